import type { AutopilotWords } from './codes.ts'

export const words: AutopilotWords = {
  name: 'GKE Autopilot',
  about:
    '`EgressNATPolicy` で指定した宛先には Pod のアドレスがそのまま届きます。GKE がポリシーを `ip-masq-agent` の ConfigMap に変換します。',
  origins: {
    'agent-jump':
      'エージェントの入口です。ノード自身宛て以外のすべてのパケットがエージェントのチェーンに進みます。',
    'agent-link-local': 'Autopilot では、リンクローカル宛ての送信元が常に維持されます。',
    'agent-default-range':
      'エージェント自身のデフォルトの範囲です。このクラスタには、これを置き換えるポリシーがありません。',
    'agent-masquerade':
      'エージェントの最後のルールです。どのポリシーにもない宛先をすべてマスカレードします。',
    'default-policy': 'GKE が作成した `default` ポリシーの宛先です。',
    'own-policy': '`EgressNATPolicy` で指定された宛先です。',
    'own-policy@line': 'マニフェストの {line} 行目、`EgressNATPolicy` で指定された宛先です。',
    'managed-policy': 'GKE 管理のポリシーに含まれる、クラスタ自身の範囲です。',
  },
  writers: { agent: 'ip-masq-agent' },
  agentWhy: { always: 'GKE は Autopilot に必ず ip-masq-agent をデプロイします。' },
  notes: {
    'managed-fixed':
      '`{name}` は GKE が管理するポリシーであり、編集できません。ここに何を書いても {ranges} のまま変わりません。',
    described:
      'これはマニフェストではなく、`kubectl describe` が表示した `{name}` です。マニフェストとして読み取りましたが、`kubectl apply` では拒否されます。',
    mendable:
      '書き写す際にコロンやダッシュが失われたテキストです。マニフェストに直すことができます。',
    'default-not-in-text':
      'ここには `default` ポリシーがありません。GKE が作成したものがそのまま残り、11 個の範囲を維持します。',
    'default-empty':
      '`{name}` には宛先がありません。Pod のアドレスが届くのは、リンクローカルとクラスタ自身の範囲だけです。',
    'policy-empty': '`{name}` には宛先がなく、何も変わりません。',
    'foreign-action':
      'Autopilot で使えるアクションは `NoSNAT` だけです。`{name}` は他の製品のものか、存在しないものです。ポリシーにない宛先は、もともとマスカレードされます。',
    'foreign-field':
      'Autopilot のポリシーに `{name}` というフィールドはなく、Pod やアドレスは選択できません。このようなフィールドは、Google Distributed Cloud の下り(外向き)NAT ゲートウェイや Cilium のものです。',
    'other-product':
      '`{found}` は他の製品のリソースです。Autopilot が読むのは `EgressNATPolicy` だけです。',
    'config-map-overwritten':
      'Autopilot では、GKE が `ip-masq-agent` の ConfigMap を書き込みます。ここに書いた内容は、`masqLinkLocal` も含めて効果がありません。',
    'flag-ignored':
      'Autopilot では常にエージェントが動作するため、`--disable-default-snat` に効果はありません。',
    'cluster-too-old':
      'このバージョンに `EgressNATPolicy` はありません。1.22.7-gke.1500 および 1.23.4-gke.1600 以降で使用できます。エージェントはデフォルトで動作します。',
  },
  assumptions: {
    'server-words':
      '`EgressNATPolicy` の定義は公開されていません。サーバーのエラーは Kubernetes の一般的な形式に従ったもので、正確な文言は確認できていません。',
    'union-of-policies':
      'すべてのポリシーが合算されると仮定しています。Google のドキュメントによると、デフォルトと管理ポリシーは両方とも適用されます。',
    'default-stays':
      '`default` を削除できるか、再作成されるかは文書化されていません。ここでは、GKE が作成した状態のまま残ると仮定しています。',
    'limits-of-the-agent':
      '範囲を検査するのはエージェントだけだと仮定しています。実際には、先にサーバーが拒否する可能性があります。',
    'services-by-kube-proxy':
      'Autopilot では、Service を eBPF で変換する Dataplane V2 が動作します。ここでは、同じバックエンドを選ぶ kube-proxy のルールで代用しています。',
    'config-map-shape':
      'Google のドキュメントには、宛先が `nonMasqueradeCIDRs` に変換されるとだけ書かれています。順序と ConfigMap の他のキーは仮定であり、判定には影響しません。',
  },
  refusedBy: { 'api-server': 'Kubernetes API サーバーがポリシーを拒否しました。' },
  settings: {
    destinations: {
      label: '`default` の宛先',
      help: 'Pod のアドレスがそのまま届く範囲です。それ以外の宛先には、ノードのアドレスが届きます。',
    },
  },
}
