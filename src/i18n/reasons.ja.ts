import type { MissingCode } from '../engine/trace.ts'
import type { ReasonText } from './messages.ts'
import { isVpc, placeNamer } from './place-name.ts'
import { address, cidr, code, listed, type Sentence, say } from './sentence.ts'

const at = placeNamer({ internet: 'インターネット', metadata: 'メタデータ サーバー' })
/** A Latin name stands between spaces, a Japanese word does not. */
const spaced = (id: string): Sentence => {
  const name = at(id)
  return typeof name === 'string' ? [name] : say` ${name} `
}
const rule = (chain: string, line: number): Sentence => say`${code(chain)} のルール ${line}`
const ranges = (texts: readonly string[]): Sentence => listed(texts.map(cidr), '、')
const ended = (rejects: boolean): string => (rejects ? '拒否' : '破棄')

const missing = (what: MissingCode, of: string): Sentence => {
  const name = code(of)
  switch (what) {
    case 'chance':
      return say`確率によって決まります。`
    case 'vpc':
      return say`${name} がどの VPC にあるかがシナリオにありません。`
    case 'next-hop':
      return say`ルートは ${name} へ向かいますが、構成図にありません。`
    case 'far-network':
      return say`${name} の先のネットワークが構成図にありません。`
    case 'far-ranges':
      return say`${name} がどの範囲を持つかがシナリオにありません。`
    case 'nat-address':
      return say`${name} のアドレスのうち一部だけが受け入れられ、どれが選ばれるかはわかりません。`
    case 'psc-address':
      return say`${name} の先のプロデューサーから見える送信元がわからず、受け入れられるのは一部の送信元だけです。`
  }
}

export const reasonsJa: ReasonText = {
  'kept-configured-range': (r) =>
    say`${address(r.dst)} は、設定で指定された非マスカレードの範囲 ${cidr(r.cidr)} に含まれます。${rule(r.chain, r.line)} が ${code('RETURN')} なので、送信元アドレスは維持されます。`,
  'kept-default-range': (r) =>
    say`${address(r.dst)} は、デフォルトの非マスカレードの範囲 ${cidr(r.cidr)} に含まれます。${rule(r.chain, r.line)} が ${code('RETURN')} なので、送信元アドレスは維持されます。`,
  'kept-same-node': (r) =>
    say`${address(r.dst)} は ${code(r.node)} 自身のアドレスです。パケットは ${code('POSTROUTING')} に到達しないため、送信元アドレスは維持されます。`,
  'kept-default-snat-disabled': (r) =>
    say`デフォルト SNAT がオフで、ip-masq-agent も動作していません。${code(r.node)} にはマスカレードのルールがないため、送信元アドレスは維持されます。`,
  'kept-ipv6': (r) =>
    say`IPv6 のパケットです。${code(r.node)} は IPv4 だけをマスカレードするため、送信元アドレスは維持されます。`,
  'kept-host-network': (r) =>
    say`送信プロセスはノードのネットワークを使用しています。${address(r.src)} はすでにノードのアドレスなので、変更するものはありません。`,
  'kept-return-packet': (r) =>
    say`${address(r.original)} が開始したフローへの応答です。conntrack が把握しているフローなので、nat ルールは参照されません。`,
  'kept-link-local': (r) =>
    say`${address(r.dst)} はリンクローカル アドレスです。${rule(r.chain, r.line)} が ${code('RETURN')} なので、送信元アドレスは維持されます。`,
  'kept-by-rule': (r) =>
    say`${rule(r.chain, r.line)} に一致し、ターゲット ${code(r.target)} で照合が終わるため、送信元アドレスは維持されます。`,
  'kept-no-rule': (r) =>
    say`${code(r.node)} にはこのパケットの送信元を変更する nat ルールがないため、送信元アドレスは維持されます。`,
  'kept-no-rules-written': (r) =>
    say`${code(r.node)} にはまだマスカレードのルールが書き込まれていないため、送信元アドレスは維持されます。`,
  'kept-already-that-address': (r) =>
    say`${rule(r.chain, r.line)} はマスカレードしますが、${address(r.src)} はすでに変換後のアドレスと同じなので、送信元は変わりません。`,
  'kept-by-conntrack': (r) =>
    say`現在のルールより前に始まったフローです。${code(r.node)} の conntrack は当時の決定に従うため、${address(r.src)} はそのままです。`,
  'translated-by-conntrack': (r) =>
    say`現在のルールより前に始まったフローです。${code(r.node)} の conntrack は当時の決定に従い、送信元 ${address(r.from)} を ${address(r.to)} に変えます。`,

  masqueraded: (r) =>
    say`これより前に ${address(r.dst)} 宛ての送信元を維持するルールがないため、${rule(r.chain, r.line)} の ${code('MASQUERADE')} により、送信元は出力インターフェース ${code(r.device)} のアドレス ${address(r.to)} に変換されます。`,
  'translated-by-rule': (r) =>
    say`${rule(r.chain, r.line)} に一致し、ターゲット ${code(r.target)} が送信元を ${address(r.to)} に変換します。`,
  'kept-by-program': (r) =>
    say`${code(r.device)} の eBPF プログラムはそのまま通します。${address(r.dst)} が ${rule(r.chain, r.line)} に一致するため、送信元アドレスは維持されます。`,
  'translated-by-program': (r) =>
    say`${code(r.device)} の eBPF プログラムでは ${address(r.dst)} 宛ては維持の対象にならず、${rule(r.chain, r.line)} が送信元を ${address(r.to)} に変換します。`,
  'dropped-by-program': (r) =>
    say`破棄: ${code(r.device)} の eBPF プログラムの ${rule(r.chain, r.line)} によります。理由は ${code(r.text)} です。`,
  'sent-to-gateway': (r) =>
    say`${address(r.dst)} は Egress ゲートウェイ ポリシーの対象です。${rule(r.chain, r.line)} がパケットを ${code(r.node)} に送り、そこから外部に出ます。`,
  'through-tunnel': (r) =>
    say`パケットは ${code(r.from)} から ${code(r.to)} までトンネルの中を通ります。パケット自身のアドレスは変わりません。`,
  'chance-decides': (r) =>
    say`${rule(r.chain, r.line)} はフローの ${r.percent}% に無作為に適用されるため、結果は確定できません。`,

  sent: (r) => say`${code(r.from)} がパケットを送信します。`,
  'destination-rewritten': (r) =>
    say`${rule(r.chain, r.line)} が宛先を ${address(r.to)} に変換します。以降の処理ではこのアドレスが使われます。`,
  'destination-by-conntrack': (r) =>
    say`${code(r.node)} の conntrack が知っているフローなので、これまでどおり宛先 ${address(r.from)} を ${address(r.to)} に変えます。`,
  'prerouting-left-alone': () => say`ルーティングの前に宛先を変更する nat ルールはありません。`,
  forwarded: (r) =>
    r.via === null
      ? say`ルート ${cidr(r.route)} に従い、${code(r.device)} から直接送出します。`
      : say`ルート ${cidr(r.route)} に従い、${code(r.device)} からネクストホップ ${address(r.via)} へ送出します。`,
  'delivered-locally': (r) =>
    say`宛先は ${code(r.node)} 自身のアドレスなので、転送せずノードに配送します。`,
  'vpc-subnet-route': (r) =>
    say`VPC のサブネット ルート ${cidr(r.route)} に従って宛先へ向かいます。`,
  'vpc-dynamic-route': (r) =>
    say`VPC は ${code(r.attachment)} 経由で学習した動的ルート ${cidr(r.route)} に従ってパケットを送ります。`,
  'vpc-custom-route': (r) =>
    say`VPC のカスタムルート ${cidr(r.route)} は、パケットを ${code(r.appliance)} へ送ります。`,
  'vpc-internet-route': () =>
    say`VPC のデフォルト ルートに従ってインターネット ゲートウェイへ向かいます。`,
  'crossed-attachment': (r) => say`パケットはそのまま ${code(r.attachment)} を通過します。`,
  'cloud-nat-translated': (r) =>
    say`${address(r.from)} は Cloud NAT の対象範囲 ${cidr(r.range)} に含まれるため、送信元は ${address(r.to)} に変換されます。`,
  'appliance-translated': (r) =>
    say`${code(r.appliance)} が自ら変換し、送信元 ${address(r.from)} は ${address(r.to)} になります。`,
  'external-address-translated': (r) =>
    say`マシンには独自の外部アドレスがあるため、送信元 ${address(r.from)} は ${address(r.to)} に 1 対 1 で変換されます。`,
  'external-address-resolved': (r) =>
    say`${address(r.from)} はマシンの外部アドレスなので、宛先は 1 対 1 で ${address(r.to)} に変わります。`,
  'load-balanced': (r) =>
    say`${address(r.address)} のロードバランサが、パケットをそのまま ${code(r.node)} に渡します。`,
  'entered-vpc': (r) =>
    say`相手側は ${code(r.attachment)} 経由でルート ${cidr(r.route)} を学習しており、パケットはそこから入ってきます。`,
  'firewall-allowed': (r) =>
    say`${address(r.src)} は ${cidr(r.range)} に含まれるため、${code(r.firewall)} は通過を許可します。`,
  'reply-untranslated': (r) =>
    say`${code(r.node)} の conntrack が応答を識別し、宛先 ${address(r.from)} を ${address(r.to)} に戻します。`,
  'cloud-nat-untranslated': (r) =>
    say`応答の宛先 ${address(r.from)} を、フローを開始した ${address(r.to)} に戻します。`,
  'reply-source-restored': (r) =>
    say`${code(r.node)} の conntrack が応答を認識し、送信元 ${address(r.from)} を、最初に宛先とされた ${address(r.to)} に戻します。`,
  'return-route': (r) => say`ルート ${cidr(r.route)} に従って送信元へ戻ります。`,

  arrived: (r) =>
    say`パケットは${spaced(r.at)}に到着します。ここから見える送信元アドレスは ${address(r.src)} です。`,
  answered: (r) => say`受け取ったパケットの送信元に${spaced(r.at)}が応答します。`,
  'dropped-no-route': (r) =>
    isVpc(r.at)
      ? say`破棄: ${at(r.at)} には、このパケットを ${address(r.dst)} へ運ぶルートがありません。インターネット ゲートウェイが運ぶのはパブリック アドレス宛てだけです。`
      : say`破棄: ${at(r.at)} には ${address(r.dst)} へのルートがありません。`,
  'dropped-far-firewall': (r) =>
    r.allowed.length === 0
      ? say`${ended(r.rejects)}: ${code(r.firewall)} はどの送信元も許可しないため、${address(r.src)} も拒否されます。`
      : say`${ended(r.rejects)}: ${code(r.firewall)} は ${ranges(r.allowed)} だけを許可し、${address(r.src)} はそこに含まれません。`,
  'dropped-cloud-nat-not-covering': (r) =>
    r.covered.length === 0
      ? say`破棄: Cloud NAT の対象範囲がないため、${address(r.src)} にはパブリック アドレスが割り当てられません。`
      : say`破棄: Cloud NAT の対象は ${ranges(r.covered)} だけなので、${address(r.src)} にはパブリック アドレスが割り当てられません。`,
  'dropped-no-internet-path': (r) =>
    say`破棄: ${address(r.src)} には外部アドレスがなく、割り当てる Cloud NAT もありません。`,
  'dropped-no-return-route': (r) =>
    r.advertised.length === 0
      ? say`応答の消失: ${at(r.at)} には何もアドバタイズされていないため、${address(r.src)} への戻りのルートがありません。`
      : say`応答の消失: ${at(r.at)} には ${ranges(r.advertised)} だけがアドバタイズされているため、${address(r.src)} への戻りのルートがありません。`,
  'dropped-nobody-there': (r) =>
    say`破棄: ${at(r.at)} には ${address(r.dst)} のアドレスを持つホストがありません。`,
  'dropped-port-closed': (r) =>
    say`拒否: ${address(r.dst)} のポート ${r.port} では何も待ち受けていません。`,
  'dropped-reply-unknown': (r) =>
    say`応答の消失: ${address(r.dst)} 宛ての応答は ${code(r.node)} に届きますが、その conntrack にはこのフローのエントリがありません。`,
  'dropped-no-source-address': (r) =>
    say`破棄: ${code(r.device)} には ${code('MASQUERADE')} が使えるアドレスがありません。`,
  'dropped-no-free-port': (r) =>
    say`破棄: ルールが ${address(r.src)} に許すポートは、${code(r.node)} ですべて使用中です。`,
  'dropped-own-address': (r) =>
    say`破棄: ${address(r.src)} は ${code(r.pod)} 自身のアドレスであり、自分から来たと称するパケットは受け取られません。`,
  'refused-no-endpoints': (r) =>
    say`拒否: Service ${code(r.service)} にエンドポイントがないため、ノードは ${address(r.dst)} のポート ${r.port} 宛てを拒否します。`,
  'dropped-network-policy-ingress': (r) =>
    say`破棄: ${code(r.pod)} のネットワーク ポリシー(${code(r.policies.join(', '))})は、送信元 ${address(r.src)} を許可していません。`,
  'dropped-network-policy-egress': (r) =>
    say`破棄: ${code(r.pod)} のネットワーク ポリシー(${code(r.policies.join(', '))})は、${address(r.dst)} への送信を許可していません。`,
  'dropped-no-local-endpoints': (r) =>
    say`破棄: Service ${code(r.service)} のエンドポイントが ${code(r.node)} になく、トラフィック ポリシーは ${code('Local')} です。`,
  'dropped-routing-loop': (r) =>
    r.route === null
      ? say`破棄: ノードのルールのためにパケットが循環し、${at(r.at)} で打ち切られました。`
      : say`破棄: ルーティング ループです。パケットは ${at(r.at)} に戻り、ルート ${code(r.route)} が再び同じ道へ送ります。`,
  'dropped-not-advertised': (r) =>
    r.advertised.length === 0
      ? say`破棄: ${at(r.at)} には何もアドバタイズされていないため、${address(r.dst)} へのルートがありません。`
      : say`破棄: ${at(r.at)} にアドバタイズされているのは ${ranges(r.advertised)} だけなので、${address(r.dst)} へのルートがありません。`,
  'dropped-not-public': (r) =>
    say`破棄: ${address(r.dst)} を外部アドレスに持つマシンもロードバランサもないため、インターネットからは届きません。`,

  'vpc-gateway-route': (r) =>
    say`静的ルート ${code(r.name)}(${cidr(r.route)})に従ってインターネット ゲートウェイへ向かいます。`,
  'vpc-static-route': (r) =>
    say`静的ルート ${code(r.name)}(${cidr(r.route)})は、パケットを ${code(r.attachment)} へ送ります。`,
  'vpc-pod-route': (r) =>
    say`ルートベースのクラスタなので、VPC のカスタムルート ${cidr(r.route)} に従って ${code(r.node)} へ向かいます。`,
  'vpc-peering-route': (r) =>
    say`ピアリング ${code(r.peering)} で取り込まれたルート ${cidr(r.route)} に従って ${code(r.vpc)} に入ります。`,
  'vpc-firewall-allowed': (r) => {
    if (r.rule === null) {
      return say`${code(r.vpc)} のファイアウォール ルールにこのパケットに当たるものはなく、暗黙のルールにより ${code(r.machine)} の送信は許可されます。`
    }
    return r.direction === 'egress'
      ? say`${code(r.vpc)} のファイアウォール ルール ${code(r.rule)} は、${code(r.machine)} の送信を許可します。`
      : say`${code(r.vpc)} のファイアウォール ルール ${code(r.rule)} は、${code(r.machine)} での受信を許可します。`
  },
  'endpoint-allowed': (r) =>
    say`${address(r.src)} は ${cidr(r.range)} に含まれるため、${code(r.endpoint)} は受け入れます。`,
  'appliance-forwarded': (r) =>
    r.into === 'internet'
      ? say`${code(r.appliance)} がパケットをインターネットへ転送します。`
      : say`${code(r.appliance)} がパケットを ${code(r.into)} へ転送します。`,
  'psc-translated': (r) =>
    say`${code(r.endpoint)} は Private Service Connect エンドポイントです。プロデューサーからは ${address(r.from)} ではなく ${cidr(r.range)} のアドレスが見えます。`,
  'far-static-route': (r) =>
    say`${at(r.at)} の静的ルート ${cidr(r.route)} に従って ${code(r.attachment)} を通ります。`,
  'dropped-vpc-firewall': (r) => {
    if (r.rule === null) {
      return say`破棄: ${code(r.vpc)} には ${address(r.src)} から ${code(r.machine)} への受信を許可するファイアウォール ルールがなく、暗黙のルールにより拒否されます。`
    }
    return r.direction === 'egress'
      ? say`破棄: ${code(r.vpc)} のファイアウォール ルール ${code(r.rule)} は、${code(r.machine)} から ${address(r.dst)} への送信を拒否します。`
      : say`破棄: ${code(r.vpc)} のファイアウォール ルール ${code(r.rule)} は、${address(r.src)} から ${code(r.machine)} への受信を拒否します。`
  },
  'dropped-endpoint-refuses': (r) =>
    r.allowed.length === 0
      ? say`破棄: ${code(r.endpoint)} はどの送信元も受け入れないため、${address(r.src)} も拒否されます。`
      : say`破棄: ${code(r.endpoint)} は ${ranges(r.allowed)} だけを受け入れ、${address(r.src)} はそこに含まれません。`,
  'dropped-psc-over-peering': (r) =>
    say`破棄: ${code(r.endpoint)} は Private Service Connect エンドポイントなので、ピアリング ${code(r.peering)} 経由では到達できません。`,
  'dropped-not-forwarding': (r) =>
    say`破棄: ${code(r.appliance)} はネクストホップですが転送を行わず、${address(r.dst)} は自身のアドレスでもありません。`,
  'dropped-asymmetric': (r) =>
    r.saw === 'request'
      ? say`接続の失敗: 状態を保持する ${code(r.appliance)} は接続の開始を見ましたが、応答は別の経路で戻ります。`
      : say`応答の消失: 状態を保持する ${code(r.appliance)} は、この接続の開始を見ていません。`,
  'dropped-no-transit': (r) =>
    say`破棄: ${at(r.at)} のルート ${cidr(r.route)} は再び外へ向かいますが、VPC は外から来たパケットを外へ中継しません。`,
  'dropped-route-discards': (r) =>
    say`破棄: ${at(r.at)} のルート ${cidr(r.route)} は、${address(r.dst)} 宛てのパケットを捨てます。`,
  'dropped-return-stays': (r) =>
    say`応答の消失: ${at(r.at)} 自身が ${cidr(r.range)} を持つため、${address(r.src)} 宛ての応答はその中に留まります。`,
  'not-told': (r) => say`判断できません。${missing(r.missing, r.of)}`,
}
