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
  },
  writers: {
    agent: 'ip-masq-agent',
    bootstrap: 'ノードの起動処理',
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
  },
  notes: {},
  assumptions: {},
  refusedBy: {},
  settings: {},
}
