import type { GkeWords } from './codes.ts'

export const words: GkeWords = {
  name: 'GKE Standard',
  about:
    'デフォルト SNAT、`ip-masq-agent`、その ConfigMap が、ノードのアドレスで出るパケットを決めます。',
  origins: {
    'agent-jump':
      'エージェントの入口です。ノード自身宛て以外のすべてのパケットがエージェントのチェーンに進みます。',
    'agent-link-local':
      '`masqLinkLocal` が false の間、エージェントはリンクローカル宛ての送信元を維持します。',
    'agent-default-range':
      'エージェントのデフォルトの範囲です。`nonMasqueradeCIDRs` を指定すると、すべて置き換えられます。',
    'agent-configured-range': '`nonMasqueradeCIDRs` で指定された範囲です。',
    'agent-configured-range@line':
      'ConfigMap の {line} 行目、`nonMasqueradeCIDRs` で指定された範囲です。',
    'agent-masquerade':
      'エージェントの最後のルールです。維持の対象でないものをすべてマスカレードします。',
    'bootstrap-jump':
      'ノードの起動時に書き込まれます。ノード自身宛て以外のすべてのパケットがこのチェーンに進みます。',
    'bootstrap-link-local': 'ノードの起動時に書き込まれ、リンクローカル宛ての送信元を維持します。',
    'bootstrap-range':
      'ノードの起動時に書き込まれるデフォルトの範囲です。ConfigMap では変更できません。',
    'bootstrap-masquerade':
      'ノードの起動時に書き込まれ、維持の対象でないものをすべてマスカレードします。',
    'kubelet-masquerade':
      'kubelet が書き込んだルールです。`10.0.0.0/8` 以外の宛先をすべてマスカレードします。',
    'windows-cluster':
      '同じクラスタの Pod の範囲またはノードです。Windows ノードはここへの送信元を維持します。',
    'windows-outbound':
      'クラスタの外へ出るパケットは、プライベートな宛先も含めて Windows ノードのアドレスで出ます。',
  },
  writers: {
    agent: 'ip-masq-agent',
    bootstrap: 'ノードの起動処理',
    kubelet: 'kubelet',
    several: 'ノードの起動処理と ip-masq-agent',
    windows: 'Windows のホスト ネットワーク',
    nobody: 'なし',
  },
  agentWhy: {
    'auto-pod-range-outside-10':
      'Pod の範囲が 10.0.0.0/8 に収まらないため、GKE は ip-masq-agent をデプロイします。',
    'auto-network-policy':
      'Dataplane V2 なしでネットワーク ポリシーが有効なため、GKE は ip-masq-agent をデプロイします。',
    manual: 'ip-masq-agent は手動でデプロイされています。',
    'absent-flag': 'デフォルト SNAT がオフの間、GKE は ip-masq-agent をデプロイしません。',
    'absent-not-needed':
      '各ノードが起動時に書き込むルールで足りるため、GKE は ip-masq-agent をデプロイしません。',
    'daemon-set-in-own-network':
      'ip-masq-agent は `hostNetwork` なしで手動デプロイされています。自身の Pod のネットワークにルールを書くため、ノードには反映されません。',
    'daemon-set-does-not-start':
      'DaemonSet は適用されましたが、ip-masq-agent が引数を拒否するため起動しません。',
  },
  notes: {
    'nodes-made-with-default-snat':
      '`--disable-default-snat` はノードが置き換えられるときに反映されます。まだ置き換えられていないノード: {nodes}。',
    'nodes-made-without-default-snat':
      'デフォルト SNAT が再びオンになりました。ノードが置き換えられるときに反映されます。まだ置き換えられていないノード: {nodes}。',
    'agent-in-own-network':
      'DaemonSet に `hostNetwork: true` がありません。エージェントは、他の Pod のパケットが通らない場所にルールを書きます。',
    'agent-ignores-arguments':
      'v2.0.1 までのエージェントは引数を読まないため、チェーン名は常に `IP-MASQ-AGENT` です。',
    'two-chains':
      '複数のチェーンが順に判断します({chains})。すべてのチェーンが維持する宛先でのみ、送信元が維持されます。',
    'jumps-of-several-releases':
      '{chain} へのジャンプが {count} 個あります。エージェントのリリースによってジャンプのコメントが異なり、アップグレードすると古いものが残ります。チェーンを複数回通りますが、結果は同じです。',
  },
  assumptions: {
    'gke-agent-version':
      'GKE はデプロイする ip-masq-agent のバージョンを公開していないため、v2.12.6 と仮定します。',
    'old-agent-version':
      '1.14.1-gke.14 より前の GKE の ip-masq-agent は、当時の Kubernetes と同じ v2.1.1 と仮定します。',
    'agent-version-unknown':
      'イメージ タグから ip-masq-agent のリリースがわからないため、v2.12.6 と仮定します。',
    'gke-version-unreadable': 'GKE のバージョンを読み取れないため、現行のものと仮定します。',
    'kubelet-rule-link-local':
      'kubelet のルールはリンクローカル宛てもマスカレードします。当時のドキュメントでは、すべてのバージョンで維持するとされています。',
    'node-selector-met':
      'DaemonSet に `nodeSelector` があります。すべての Linux ノードに該当するラベルがあると仮定します。',
    'daemon-set-replaces-that-of-gke':
      'DaemonSet の名前が GKE のデプロイしたものと同じため、それを置き換えたと仮定します。以前のエージェントのルールは残ります。',
    'dataplane-v2-same-rules':
      'Dataplane V2: ドキュメントの説明に沿って、すべてのパケットがノードの iptables ルールを通ると仮定します。',
    'calico-leaves-nat-alone':
      'GKE の Calico ネットワーク ポリシー: IP プールがなく、NAT チェーンは空であると仮定します。',
    'windows-policy-as-rules':
      'Windows ノードには iptables がありません。これらのルールは、クラスタの Pod とノードを除外するホスト ネットワーク ポリシーを表します。',
    'windows-older-page':
      '古いドキュメントに沿って、Windows ノードはマスカレードしないものとします。新しいドキュメントでは、マスカレードするとされています。',
    'made-with-default-snat':
      'このノードはデフォルト SNAT がオンのときに作成され、まだ置き換えられていないため、フラグが反映されていません。',
    'made-without-default-snat':
      'このノードはデフォルト SNAT がオフのときに作成され、まだ置き換えられていないため、自身のルールがありません。',
  },
  refusedBy: {},
  settings: {
    disableDefaultSnat: {
      label: 'デフォルト SNAT を無効にする',
      help: 'クラスタの `--disable-default-snat` です。ノードは自身のルールを書きません。ノードが置き換えられるときに反映され、エージェントが動いていれば効果はありません。',
    },
    masqLinkLocal: {
      label: 'リンクローカルのマスカレード',
      help: '`masqLinkLocal`: `169.254.0.0/16` の宛先にもノードのアドレスで届きます。',
    },
    ipMasqAgent: {
      label: 'ip-masq-agent',
      help: '`auto`: GKE がエージェントをデプロイするかどうかを決めます。`manual`: 手動でデプロイされています。',
    },
    networkPolicy: {
      label: 'ネットワーク ポリシー',
      help: 'これが有効で Dataplane V2 を使わない場合、GKE はエージェントをデプロイします。',
    },
    dataplaneV2: {
      label: 'Dataplane V2',
      help: 'Service とポリシーは eBPF で、マスカレードは引き続き iptables で処理します。',
    },
    gkeVersion: {
      label: 'GKE のバージョン',
      help: '1.14.1-gke.14 より前は、維持される宛先が少なくなります。空欄は現行のバージョンです。',
    },
    nodeImage: {
      label: 'ノード イメージ',
      help: '1.14.1-gke.14 より前でのみ意味があります。`cos_containerd` は RFC 1918 を、その他のイメージは `10.0.0.0/8` だけを維持します。',
    },
    windowsNodes: {
      label: 'Windows ノード',
      help: 'どちらのドキュメントに従うかを選びます。新しいもの(`masqueraded`)か古いもの(`not-masqueraded`)です。',
    },
    nonMasqueradeCIDRs: {
      label: '維持する宛先',
      help: '`nonMasqueradeCIDRs`: これらの範囲への送信元を維持します。デフォルトの一覧をすべて置き換えます。',
    },
    cidrLimit: {
      label: '範囲の数の上限',
      help: '`cidrLimit`: これより多い範囲は拒否されます。v2.9.0 以降で使えます。',
    },
    masqLinkLocalIPv6: {
      label: 'IPv6 リンクローカルのマスカレード',
      help: '`masqLinkLocalIPv6`: `--enable-ipv6` が必要です。',
    },
    resyncInterval: {
      label: '再同期の間隔',
      help: '`resyncInterval`: エージェントが次の同期まで待つ時間です。Go の期間表記で書きます。',
    },
    'masq-chain': {
      label: 'チェーン',
      help: '`--masq-chain`: GKE はノード自身のルールのチェーン `IP-MASQ` を使います。別の名前にするとチェーンが 2 つになります。',
    },
    'nomasq-all-reserved-ranges': {
      label: 'すべての予約済み範囲',
      help: '`--nomasq-all-reserved-ranges`: デフォルトの範囲が 3 個ではなく 11 個になります。',
    },
    'enable-ipv6': { label: 'IPv6', help: '`--enable-ipv6`: ip6tables にも同じルールを書きます。' },
    'random-fully': {
      label: 'ランダムなポート',
      help: '`--random-fully`: 送信元ポートを常に選び直します。v2.11.0 以降で使えます。',
    },
    'to-ports': {
      label: '送信元ポート',
      help: '`--to-ports`: `1024-29999,32768-65535` のような送信元ポートの範囲です。v2.12.0 以降で使えます。',
    },
  },
}
