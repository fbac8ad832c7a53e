import type { CiliumWords } from './codes.ts'

export const words: CiliumWords = {
  name: 'Cilium',
  about:
    'Pod がクラスタの外に送るパケットを、iptables またはデバイスの eBPF プログラムでマスカレードします。',
  origins: {
    feeder:
      'Cilium の入口です。ノードから出るすべてのパケットが、まず Cilium のチェーンに進みます。',
    'node-set':
      'ネイティブ ルーティングです。セットに登録されたクラスタの他のノード宛てでは、送信元を維持します。',
    masquerade:
      'ノードの Pod が維持の対象でない範囲に送るパケットをマスカレードします。リンクローカル宛ても含みます。',
    'masquerade-interfaces':
      '`egress-masquerade-interfaces` が指定されています。そのインターフェースから出るものは、ノード自身のパケットも含めてマスカレードします。',
    'route-source':
      '`enable-masquerade-to-route-source` が有効です。送信元は、ルートが指定するアドレスになります。',
    'proxy-return': 'Cilium のプロキシからの応答は、送信元を維持します。',
    'host-to-cluster':
      'トンネル モードです。ノード自身が他のノードの Pod に送るパケットは、`cilium_host` のアドレスになります。',
    'host-loopback':
      'ノードがループバック アドレスから送るパケットは、`cilium_host` のアドレスになります。',
    hairpin:
      '宛先が同じノードの Pod に変換された Pod のパケットは、`cilium_host` のアドレスになります。',
    'host-low-port':
      'Pod に割り当てる範囲より下のポートを使う、ノード自身のパケットです。衝突は起こりません。',
    'host-source':
      '送信元はすでにデバイスのアドレスです。同じポートを Pod に割り当てないよう、接続を記録します。',
    reply: '外部から開始された接続への応答は、送信元を維持します。',
    'egress-gateway': '宛先がクラスタの外なので、Egress ゲートウェイ ポリシーを参照します。',
    'egress-excluded': 'ポリシーの `excludedCIDRs` に含まれるため、ゲートウェイは使われません。',
    'egress-no-gateway': 'ポリシーの対象ですが、`nodeSelector` に一致するノードがありません。',
    'egress-redirect':
      'ポリシーの対象です。パケットはトンネルを通ってゲートウェイ ノードに送られます。',
    'egress-snat': 'このノードがゲートウェイです。パケットは Egress IP で出ます。',
    'egress-no-address': 'このノードがゲートウェイですが、Egress IP を持っていません。',
    'native-range':
      '`ipv4-native-routing-cidr`(IPv6 では対応するオプション)の範囲内なので、送信元を維持します。',
    'pod-share':
      'ネイティブ ルーティング CIDR が未設定のため、ノード自身の Pod 範囲宛てでのみ送信元を維持します。',
    'host-endpoint': '送信元は Pod ではなく、ノード自身の別のアドレスです。',
    'skip-masquerade': 'Pod のアドレスが、マスカレードの対象外のプールから割り当てられています。',
    'ip-masq': 'Cilium の ip-masq-agent のマップに含まれるため、送信元を維持します。',
    'remote-node':
      'ネイティブ ルーティングです。クラスタの他のノード宛てでは、送信元を維持します。',
    'bpf-masquerade':
      '送信元がこのノードの Pod で、ここまでのどの条件でも維持の対象になりませんでした。',
    'snat-echo': 'エコー要求は変換されます。識別子は、空いていればそのまま使われます。',
    'icmp-reply': 'エコー応答は変換されません。',
    'icmp-error': 'ICMP エラーは、対象の接続とともに変換されます。単独ではそのまま送られます。',
    'icmp-unsupported': 'その他の ICMP メッセージは変換できないため、破棄されます。',
    'snat-ports':
      '送信元ポートは、NodePort の範囲より上であれば維持され、それ以外は上の範囲から選ばれます。',
    'snat-sctp': 'SCTP は、ポートを変えずに済む場合にのみ変換されます。',
    'other-protocol': 'その他のプロトコルはそのまま送られます。プログラムでは変換できません。',
  },
  writers: { cilium: 'Cilium (iptables)', 'cilium-bpf': 'Cilium (eBPF)', nobody: 'なし' },
  agentWhy: {},
  notes: {
    'not-a-bool':
      '`{option}` の値 `{value}` は真偽値ではないため、エージェントは `false` とみなします。',
    'joined-interfaces':
      '`{names}` はそのまま 1 つの `-o` に渡されます。その名前のインターフェースはないため、何もマスカレードされません。',
    'native-covers-more':
      '`{range}` は Pod の範囲より広く、オンプレミスを含むその範囲の相手には Pod のアドレスが見えます。',
    'list-missing':
      'ファイルに `nonMasqueradeCIDRs` がないため、Cilium では空のリストになります。Kubernetes のエージェントはデフォルトを使います。',
    'host-bits-cut':
      '`{written}` は `{range}` になります。Kubernetes のエージェントは拒否しますが、Cilium はホスト部を切り捨てます。',
    'ignored-key': 'Cilium の ip-masq-agent は `{key}` を認識しません。',
    'map-unused': '`enable-ip-masq-agent` がオフのため、これは読み込まれません。',
    'policy-unused':
      '`enable-ipv4-egress-gateway` がオフのため、ポリシー `{name}` は機能しません。',
    'policy-selects-nothing': 'ポリシー `{name}` はどの Pod も選択しません。',
  },
  assumptions: {
    'hairpin-mark':
      'ヘアピン パケットのマーク `0xf00` はコードで確認したもので、ノード上では確認していません。',
    'per-packet':
      'プログラムはパケットごとに判断するため、変更は確立済みの接続にも及びます。これはコードからの推論で、観測したものではありません。',
    'router-address':
      '`cilium_host` のアドレスはノードの Pod 範囲から割り当てられます。ここでは最初のアドレスとみなします。',
    'route-source-hint':
      '各ルートは、送信元としてインターフェースのアドレスを指定するとみなします。',
  },
  refusedBy: {
    'cilium-agent': 'Cilium エージェントが起動しません:',
    'cilium-ip-masq-agent': 'Cilium の ip-masq-agent はマップを変更しません:',
    'cilium-egress-gateway': 'Cilium はこのポリシーを無視します:',
  },
  settings: {
    'routing-mode': {
      label: 'ルーティング',
      help: '他のノードの Pod にパケットを届ける方法です。',
    },
    'native-range': {
      label: 'ネイティブ ルーティング CIDR',
      help: 'Pod がアドレスを維持する宛先です。範囲は 1 つだけ指定できます。',
    },
    'bpf-masquerade': {
      label: 'eBPF マスカレード',
      help: 'iptables の代わりに、デバイスのプログラムがパケットごとに判断します。',
    },
    masquerade4: {
      label: 'IPv4 マスカレード',
      help: 'オフの場合、Pod は常に IPv4 アドレスを維持します。',
    },
    masquerade6: {
      label: 'IPv6 マスカレード',
      help: 'オフの場合、Pod は常に IPv6 アドレスを維持します。',
    },
    devices: {
      label: 'デバイス',
      help: 'eBPF プログラムを置くデバイスです。空の場合は、すべてのネイティブ デバイスです。',
    },
    'egress-interfaces': {
      label: 'マスカレードするインターフェース',
      help: 'iptables の場合のみ有効です。このインターフェースから出るものをすべてマスカレードします。',
    },
    'ip-masq-agent': {
      label: 'ip-masq-agent',
      help: 'eBPF の場合のみ有効です。Cilium が Kubernetes のエージェントの ConfigMap を独自に解釈します。',
    },
    'kept-ranges': {
      label: '維持する範囲',
      help: 'その ConfigMap のリスト `nonMasqueradeCIDRs` です。',
    },
    'masq-link-local': {
      label: 'リンクローカルのマスカレード',
      help: 'オンの場合、リンクローカル宛てで Pod のアドレスは維持されません。',
    },
    'remote-node-masquerade': {
      label: 'ノード宛てのマスカレード',
      help: 'eBPF で 1.19 以降のみ有効です。他のノード宛てで Pod のアドレスは維持されません。',
    },
  },
}
