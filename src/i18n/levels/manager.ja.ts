import type { Outcome, Owner } from '../../engine/trace.ts'
import { percentOf } from '../figures.ts'
import { placeNamer } from '../place-name.ts'
import { address, code, type Sentence, say } from '../sentence.ts'
import type { LevelText } from './level.ts'

const at = placeNamer({ internet: 'インターネット', metadata: 'サーバー自身の情報サービス' })

const SEEN_AS: Readonly<Record<Owner, string>> = {
  pod: 'アプリケーション自身のアドレス',
  node: 'アプリケーションが動くサーバーのアドレス',
  nat: '公開アドレス',
  'link-local': 'サーバーの中だけで通じるアドレス',
  far: '自身のアドレス',
}

const seen = ({ seenAs }: Outcome): Sentence =>
  say`差出人のアドレスは、${SEEN_AS[seenAs.owner]} ${address(seenAs.address)} です。`

const notice = ({ symptom }: Outcome): string => {
  if (symptom === null) return ''
  return symptom === 'time-out'
    ? '返事がないため、アプリケーションは諦めるまで待ち続けます。'
    : 'アプリケーションはすぐに断られます。'
}

/** In plain words, for whoever decides but does not configure. */
export const managerJa: LevelText = {
  summary: {
    delivered: (o) => say`メッセージは ${at(o.by)} に届きます。${seen(o)}`,
    dropped: (o) => say`メッセージは届きません。${at(o.by)} で止められます。${seen(o)}${notice(o)}`,
    unanswered: (o) =>
      say`メッセージは届きますが、返事が ${at(o.by)} で失われます。${seen(o)}${notice(o)}`,
    undetermined: (o) => say`メッセージが届くかどうかは確定できません。${seen(o)}`,
  },
  steps: {
    entered: (s) => say`サーバーがルールの一覧 ${code(s.chain)} を調べ始めます。`,
    skipped: () => say`このメッセージには関係のないルールです。`,
    matched: () => say`このメッセージに当てはまるルールです。`,
    resumed: (s) => say`もとの一覧 ${code(s.chain)} に戻って続けます。`,
    policy: (s) => say`一覧 ${code(s.chain)} は終わりです。メッセージは今のまま先へ進みます。`,
  },
  deeds: {
    counted: () => say`メッセージを数えるだけです。`,
    jumped: (d) => say`別の一覧 ${code(d.chain)} に続きます。`,
    went: (d) => say`別の一覧 ${code(d.chain)} に続きます。`,
    returned: () => say`この一覧にはもう調べるものがない、という指示です。`,
    accepted: () => say`メッセージをそのままにする、という指示です。`,
    logged: () => say`記録を残して続けます。`,
    marked: () => say`後のために印を付けて続けます。`,
    rewrote: () => say`アドレスを書き換え、調べるのを終えます。`,
    bound: () => say`アドレスを書き換えようとしますが、すでにそのアドレスです。`,
    tunnelled: (d) => say`別のサーバー ${code(d.node)} を経由して送ります。`,
    dropped: () => say`メッセージを止めます。`,
    undetermined: (d) =>
      say`偶然に任され、接続の ${percentOf(d.probability)}% だけに適用されます。`,
  },
  reasons: {
    'kept-configured-range': () =>
      say`この宛先にはアプリケーション自身のアドレスをそのまま使うよう、クラスタで設定されています。`,
    'kept-default-range': () =>
      say`この宛先については何も設定されていないため、標準の動作としてアプリケーション自身のアドレスがそのまま使われます。`,
    'kept-same-node': () => say`宛先は同じサーバーなので、アドレスは書き換えられません。`,
    'kept-default-snat-disabled': () =>
      say`このクラスタではアドレスの書き換えがオフになっているため、アプリケーション自身のアドレスのままです。`,
    'kept-ipv6': () =>
      say`サーバーが書き換えるのは従来の種類のアドレスだけです。これは新しい種類の IPv6 なので、そのままです。`,
    'kept-host-network': () =>
      say`すでにサーバーのアドレスを使っているため、書き換えるものがありません。`,
    'kept-return-packet': () => say`サーバーが知っている会話の返事なので、そのまま通ります。`,
    'kept-link-local': () =>
      say`宛先はサーバー周辺の内部サービスで、そこにはアプリケーションのアドレスのまま届きます。`,
    'kept-by-rule': () => say`差出人のアドレスをそのままにするルールがサーバーにあります。`,
    'kept-no-rule': (r) =>
      say`${code(r.node)} にはこのアドレスを書き換えるルールがないため、そのままです。`,
    'kept-no-rules-written': (r) =>
      say`${code(r.node)} にはアドレスを書き換える指示がまだないため、アプリケーションのアドレスのままです。`,
    'kept-already-that-address': () =>
      say`サーバーが書き込もうとするアドレスが、すでに書かれています。`,
    'kept-by-conntrack': (r) =>
      say`最後の変更より前に始まった会話なので、${code(r.node)} は始まったときのやり方で続けます。アドレスはそのままです。`,
    'translated-by-conntrack': (r) =>
      say`最後の変更より前に始まった会話なので、${code(r.node)} は始まったときのやり方で続けます。アドレスは書き換えられます。`,
    masqueraded: (r) =>
      say`サーバーが自分の名前でメッセージを送ります。アプリケーションのアドレスは、サーバーのアドレス ${address(r.to)} に置き換わります。`,
    'translated-by-rule': (r) =>
      say`サーバーのルールが、差出人のアドレスを ${address(r.to)} に書き換えます。`,
    'kept-by-program': () =>
      say`サーバーのネットワーク ソフトウェアは、この宛先には差出人のアドレスをそのまま使います。`,
    'translated-by-program': (r) =>
      say`サーバーのネットワーク ソフトウェアが、差出人のアドレスを ${address(r.to)} に書き換えます。`,
    'dropped-by-program': () =>
      say`停止: サーバーのネットワーク ソフトウェアがこのメッセージを拒みます。`,
    'sent-to-gateway': (r) =>
      say`この宛先へのメッセージは決められたサーバーから出る必要があるため、${code(r.node)} に渡されます。`,
    'through-tunnel': (r) =>
      say`メッセージは包まれて ${code(r.from)} から ${code(r.to)} まで運ばれます。中身は変わりません。`,
    'chance-decides': (r) =>
      say`偶然に任されます。接続の ${r.percent}% はある扱いを、残りは別の扱いを受けます。`,
    sent: (r) => say`${code(r.from)} がメッセージを送ります。`,
    'destination-rewritten': () =>
      say`求められたアドレスは複数のサーバーの代表で、そのうちの 1 つが選ばれます。`,
    'destination-by-conntrack': (r) =>
      say`${code(r.node)} が知っている会話なので、これまでと同じ所へ送ります。`,
    'prerouting-left-alone': () => say`宛先は求められたとおりのままです。`,
    forwarded: () => say`サーバーがメッセージを宛先の方へ送り出します。`,
    'delivered-locally': (r) =>
      say`${code(r.node)} 自身に宛てたメッセージなので、ここに留まります。`,
    'vpc-subnet-route': () => say`クラウドのネットワークの中で、宛先にまっすぐつながっています。`,
    'vpc-dynamic-route': (r) =>
      say`クラウドのネットワークは、この宛先が ${code(r.attachment)} の先にあると知っています。`,
    'vpc-custom-route': (r) =>
      say`クラウドのネットワークは、メッセージを ${code(r.appliance)} 経由で送ります。`,
    'vpc-internet-route': () =>
      say`クラウドのネットワークは、メッセージをインターネットの方へ送ります。`,
    'crossed-attachment': (r) => say`メッセージはそのまま ${code(r.attachment)} を通ります。`,
    'cloud-nat-translated': (r) =>
      say`インターネットへ出る途中で、差出人のアドレスが公開アドレス ${address(r.to)} に置き換わります。`,
    'appliance-translated': (r) =>
      say`${code(r.appliance)} が自分の名前 ${address(r.to)} でメッセージを送ります。`,
    'external-address-translated': (r) =>
      say`サーバーには自身の公開アドレスがあり、メッセージはそのアドレス ${address(r.to)} で出ていきます。`,
    'external-address-resolved': () =>
      say`求められた公開アドレスは 1 台のサーバーのもので、メッセージはそこへ届きます。`,
    'load-balanced': (r) => say`共用の入口が ${code(r.node)} を選び、メッセージを渡します。`,
    'entered-vpc': (r) => say`差出人の側は、${code(r.attachment)} を通る入り方を知っています。`,
    'firewall-allowed': (r) => say`${code(r.firewall)} はこのアドレスを知っているため、通します。`,
    'reply-untranslated': (r) =>
      say`${code(r.node)} は誰の会話かを覚えていて、返事を正しいアプリケーションに渡します。`,
    'cloud-nat-untranslated': () =>
      say`インターネットへの出口は誰の会話かを覚えていて、返事を返します。`,
    'reply-source-restored': (r) =>
      say`${code(r.node)} が、最初に求められたアドレスを書き戻すので、差出人は返事だとわかります。`,
    'return-route': () => say`差出人への帰り道はわかっています。`,
    arrived: (r) => say`メッセージは ${at(r.at)} に届きます。`,
    answered: (r) => say`${at(r.at)} は、メッセージに書かれたアドレスに返事をします。`,
    'dropped-no-route': (r) => say`停止: ${at(r.at)} では、この宛先への道を誰も知りません。`,
    'dropped-far-firewall': (r) =>
      r.allowed.length === 0
        ? say`停止: ${code(r.firewall)} は誰も通しません。`
        : say`停止: ${code(r.firewall)} は知っているアドレスだけを通します。このメッセージに書かれた ${address(r.src)} は、その中にありません。`,
    'dropped-cloud-nat-not-covering': () =>
      say`停止: インターネットへの出口はこの差出人を受け持っていないため、公開アドレスがもらえません。`,
    'dropped-no-internet-path': () =>
      say`停止: 差出人には公開アドレスがなく、貸してくれるインターネットへの出口もありません。`,
    'dropped-no-return-route': (r) =>
      say`返事の消失: ${at(r.at)} には、このアドレスへの帰り道が知らされていません。`,
    'dropped-nobody-there': (r) =>
      say`停止: ${at(r.at)} には、求められたアドレスを使うものがありません。`,
    'dropped-port-closed': () =>
      say`拒否: 宛先はありますが、この窓口で応対するプログラムがありません。`,
    'dropped-reply-unknown': (r) =>
      say`返事の消失: 返事は ${code(r.node)} に戻りますが、この会話を知りません。`,
    'dropped-no-source-address': (r) =>
      say`停止: ${code(r.device)} には、貸せるアドレスがありません。`,
    'dropped-no-free-port': (r) =>
      say`停止: ${code(r.node)} が区別できる数の会話が、すでにすべて使われています。`,
    'dropped-own-address': (r) =>
      say`停止: メッセージは ${code(r.pod)} 自身から来たように見えますが、そのようなメッセージは信用されません。`,
    'refused-no-endpoints': (r) =>
      say`拒否: 現在、サービス ${code(r.service)} を受け持つプログラムがありません。`,
    'dropped-network-policy-ingress': (r) =>
      say`停止: ${code(r.pod)} のアクセス ルールは、このメッセージに書かれたアドレスを知りません。`,
    'dropped-network-policy-egress': (r) =>
      say`停止: ${code(r.pod)} のアクセス ルールは、この宛先への送信を許しません。`,
    'dropped-no-local-endpoints': (r) =>
      say`停止: サービス ${code(r.service)} を受け持つプログラムが ${code(r.node)} になく、ほかのサーバーに頼むこともできません。`,
    'dropped-routing-loop': (r) =>
      say`停止: メッセージは同じ道を回り続け、${at(r.at)} で打ち切られました。`,
    'dropped-not-advertised': (r) =>
      say`停止: ${at(r.at)} には、この宛先への道が知らされていません。`,
    'dropped-not-public': () => say`停止: このアドレスには、インターネットからは届きません。`,
    'vpc-gateway-route': () =>
      say`クラウドのネットワークは、インターネットへの関門からメッセージを送り出します。`,
    'vpc-static-route': (r) =>
      say`この宛先へのメッセージは ${code(r.attachment)} を通るよう決められています。`,
    'vpc-pod-route': (r) =>
      say`クラウドのネットワークは、このアプリケーションが ${code(r.node)} で動いていると知っています。`,
    'vpc-peering-route': (r) => say`宛先は、隣のネットワーク ${code(r.vpc)} にあります。`,
    'vpc-firewall-allowed': (r) =>
      r.direction === 'egress'
        ? say`クラウドのファイアウォールは、${code(r.machine)} からの送信を許します。`
        : say`クラウドのファイアウォールは、${code(r.machine)} に入ることを許します。`,
    'endpoint-allowed': (r) => say`${code(r.endpoint)} はこのアドレスを知っているため、通します。`,
    'appliance-forwarded': (r) => say`${code(r.appliance)} がメッセージを先へ渡します。`,
    'psc-translated': (r) =>
      say`${code(r.endpoint)} は他社のサービスへの専用の入口です。相手には、差出人ではなく自社側のアドレスが見えます。`,
    'far-static-route': (r) =>
      say`${at(r.at)} は、帰り道が ${code(r.attachment)} だと知っています。`,
    'dropped-vpc-firewall': (r) =>
      r.direction === 'egress'
        ? say`停止: クラウドのファイアウォールが、${code(r.machine)} からの送信を止めます。`
        : say`停止: クラウドのファイアウォールは、この差出人を ${code(r.machine)} に通しません。`,
    'dropped-endpoint-refuses': (r) =>
      say`停止: ${code(r.endpoint)} は知っているアドレスだけを通します。このメッセージに書かれた ${address(r.src)} は、その中にありません。`,
    'dropped-psc-over-peering': (r) =>
      say`停止: 専用の入口 ${code(r.endpoint)} は、隣のネットワークからは使えません。`,
    'dropped-not-forwarding': (r) =>
      say`停止: メッセージは ${code(r.appliance)} を経由しますが、そこは何も先へ渡しません。`,
    'dropped-asymmetric': (r) =>
      say`会話の失敗: ${code(r.appliance)} には会話の片側しか見えず、片側だけの会話は先へ通しません。`,
    'dropped-no-transit': (r) =>
      say`停止: メッセージは ${at(r.at)} を通り抜けようとしますが、そのネットワークは誰も通り抜けさせません。`,
    'dropped-route-discards': (r) =>
      say`停止: ${at(r.at)} は、この宛先へのものを捨てるよう設定されています。`,
    'dropped-return-stays': (r) =>
      say`返事の消失: ${at(r.at)} は差出人のアドレスを内部で別のことに使っているため、返事がその中に留まります。`,
    'not-told': () => say`シナリオの情報が足りないため、判断できません。`,
  },
}
