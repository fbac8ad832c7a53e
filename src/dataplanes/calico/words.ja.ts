import type { CalicoWords } from './codes.ts'

export const words: CalicoWords = {
  name: 'Calico',
  about:
    '`natOutgoing` が有効な `IPPool` から、どのプールにも属さないアドレスへ出るパケットは、ノードのアドレスになります。',
  origins: {
    entry: 'Felix がこのフックに置く入口です。すべてのパケットが Calico のチェーンに進みます。',
    'floating-ips': 'フローティング IP のための場所です。ここでは使われていません。',
    'to-nat-outgoing': '`natOutgoing` のルールがあるチェーンに進みます。',
    'nat-outgoing':
      '`natOutgoing` が有効なプールから、どのプールにも属さないアドレスへのパケットをマスカレードします。',
    'nat-outgoing@line':
      '`natOutgoing` が有効なプール({line} 行目)から、どのプールにも属さないアドレスへのパケットをマスカレードします。',
    'nat-address': 'ノードのアドレスの代わりに `natOutgoingAddress` を使います。',
    'nat-address@line':
      'ノードのアドレスの代わりに {line} 行目の `natOutgoingAddress` を使います。',
    'nat-ports': 'ポートを `natPortRange` から選びます。TCP と UDP だけが対象です。',
    'nat-ports@line':
      'ポートを {line} 行目の `natPortRange` から選びます。TCP と UDP だけが対象です。',
    'nat-ports-done': 'このプロトコルのパケットを、ポートを指定しないルールに進ませません。',
    'tunnel-source':
      'ノードが自分の別のアドレスからトンネルに送るパケットを、トンネルのアドレスに書き換えます。',
    'tunnel-source-udp':
      'UDP 用の同じルールです。送信元ポートが VXLAN のポートにならないようにします。',
    'bpf-loopback':
      'Pod が Service を経由して自分自身に送り、eBPF プログラムがマークを付けたパケットです。',
    'bpf-entry':
      'Pod のインターフェースにある eBPF プログラムへの入口を表します。ノードの `iptables` には表示されません。',
    'bpf-program':
      'NAT が必要なパケットにマークを付ける eBPF プログラムを表します。ノードの `iptables` には表示されません。',
    'bpf-nat-outgoing':
      'eBPF プログラムが NAT の対象としてマークを付けたパケットをマスカレードします。',
    'bpf-nat-outgoing@line':
      '{line} 行目の `natOutgoing` により eBPF プログラムが NAT の対象としてマークを付けたパケットをマスカレードします。',
  },
  writers: { felix: 'Felix', 'felix-bpf': 'Felix(eBPF モード)', nobody: 'なし' },
  agentWhy: {},
  notes: {
    'pool-covers-network':
      'プール `{pool}`({range})は、Pod のものではない `{network}` のアドレスを含みます。そこへのパケットは Pod のアドレスのままです。',
    'no-pool-nat-outgoing':
      '`natOutgoing` が有効なプールがありません。`cali-nat-outgoing` は空で、すべての Pod が自分のアドレスを維持します。',
    'nat-outgoing-omitted':
      'プール `{pool}` には `natOutgoing` がなく、false とみなされます。デフォルトで true になるのは、Calico が自ら作成するプールだけです。',
    'disabled-pool-excludes':
      'プール `{pool}` は Pod にアドレスを割り当てなくなりますが、{range} へのパケットは引き続き送信元を維持します。',
    'pools-overlap':
      'プール `{pool}`({range})は `{other}` と重なっています。API サーバーはこれを検査せず、Calico はこのプールからアドレスを割り当てません。',
    'load-balancer-pool-excludes':
      'プール `{pool}`({range})はロードバランサ専用です。このバージョンでは、そこへのパケットは送信元を維持しますが、v3.31.6 と v3.32.1 からはノードのアドレスになります。',
    'pod-outside-pools':
      'Pod `{pod}` のアドレスはどのプールにも属さないため、Calico はそのパケットを書き換えません。',
    'exclusions-too-new':
      '`natOutgoingExclusions` は v3.31 で追加されました。{version} では使えません。',
    'default-pool-made':
      '`IPPool` が適用されていないため、calico-node は起動時に `{pool}`({range})を作成します。',
    'version-unknown':
      '`{text}` は Calico のバージョンではないため、既知の最新バージョンを使います。',
  },
  assumptions: {
    'tunnel-not-drawn':
      '異なるノードの Pod 間では、Calico がパケットをトンネルで包むことがあります。ここでは包まずに示します。相手の Pod から見える送信元は同じです。',
    'bpf-program-as-rule':
      'Pod のインターフェースにある eBPF プログラムを、マークを付けるルールとして示します。プログラムの経路情報は IP セットと同じ内容です。プログラムが変換する Service は kube-proxy のチェーンとして示します。',
    'nftables-as-iptables':
      'nftables モードでもルールの判定は同じです。`iptables` が出力する形で示します。',
    'nat-address-not-for-ipv6':
      '`natOutgoingAddress` が設定されているときに Felix が IPv6 プールをどう扱うかは確認できていません。ここではマスカレードします。',
    'windows-not-modelled': 'Windows ノードでの Calico の動作は対象外です。',
  },
  refusedBy: {
    calicoctl: '`calicoctl` がマニフェストを拒否しました:',
    kubectl: '`kubectl` がマニフェストを拒否しました:',
    calico: 'Calico はこのマニフェストを使えません:',
  },
  settings: {
    natOutgoing: {
      label: '外へのパケットの NAT',
      help: 'このプールから、どのプールにも属さないアドレスへのパケットがノードのアドレスになります。',
    },
    disabled: {
      label: 'プールを無効にする',
      help: 'Pod にアドレスを割り当てなくなります。送信元を維持する宛先としては残ります。',
    },
    cidr: { label: 'プールの範囲', help: 'プールの作成後は、Calico が変更を認めません。' },
    natOutgoingExclusions: {
      label: 'NAT の対象外とする宛先',
      help: '`IPPoolsAndHostIPs` は、プールに加えて全ノードのアドレスも対象外にします。v3.31 以降で使えます。',
    },
    natOutgoingAddress: {
      label: 'NAT アドレス',
      help: 'インターフェースのアドレスの代わりに、すべてのプールで使う 1 つの IPv4 アドレスです。',
    },
    natPortRange: {
      label: 'NAT ポート',
      help: '`n` または `n:m` の形式で、TCP と UDP が対象です。',
    },
    iptablesNATOutgoingInterfaceFilter: {
      label: '出口インターフェースの限定',
      help: '名前、または `eth+` のように先頭部分と `+` で指定します。',
    },
    chainInsertMode: {
      label: 'フック内の位置',
      help: 'ほかのルールの前か後ろかを選びます。POSTROUTING では eBPF モードと v3.28.1 までに限り有効です。',
    },
    bpfEnabled: {
      label: 'eBPF モード',
      help: 'Pod のインターフェースのプログラムが判定し、iptables はそのマークに従います。',
    },
    calicoVersion: {
      label: 'Calico のバージョン',
      help: '`ClusterInformation` に記録されたバージョンです。',
    },
  },
}
