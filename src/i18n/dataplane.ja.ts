import type { DataplaneText } from './messages.ts'
import { code, say } from './sentence.ts'

export const dataplaneJa: DataplaneText = {
  origins: {
    'agent-jump': () =>
      say`エージェントの入口です。ノード自身宛て以外のすべてのパケットがエージェントのチェーンに進みます。`,
    'agent-link-local': () =>
      say`${code('masqLinkLocal')} が false の間、エージェントはリンクローカル宛ての送信元を維持します。`,
    'agent-default-range': () =>
      say`エージェントのデフォルトの範囲です。${code('nonMasqueradeCIDRs')} を指定すると、すべて置き換えられます。`,
    'agent-configured-range': (line) =>
      line === null
        ? say`${code('nonMasqueradeCIDRs')} で指定された範囲です。`
        : say`ConfigMap の ${line} 行目、${code('nonMasqueradeCIDRs')} で指定された範囲です。`,
    'agent-masquerade': () =>
      say`エージェントの最後のルールです。維持の対象でないものをすべてマスカレードします。`,
    'bootstrap-jump': () =>
      say`ノードの起動時に書き込まれます。ノード自身宛て以外のすべてのパケットがこのチェーンに進みます。`,
    'bootstrap-link-local': () =>
      say`ノードの起動時に書き込まれ、リンクローカル宛ての送信元を維持します。`,
    'bootstrap-range': () =>
      say`ノードの起動時に書き込まれるデフォルトの範囲です。ConfigMap では変更できません。`,
    'bootstrap-masquerade': () =>
      say`ノードの起動時に書き込まれ、維持の対象でないものをすべてマスカレードします。`,
  },
  agentWhy: {
    'auto-pod-range-outside-10': say`Pod の範囲が 10.0.0.0/8 に収まらないため、GKE は ip-masq-agent をデプロイします。`,
    'auto-network-policy': say`Dataplane V2 なしでネットワーク ポリシーが有効なため、GKE は ip-masq-agent をデプロイします。`,
    manual: say`ip-masq-agent は手動でデプロイされています。`,
    'absent-flag': say`デフォルト SNAT がオフの間、GKE は ip-masq-agent をデプロイしません。`,
    'absent-not-needed': say`各ノードが起動時に書き込むルールで足りるため、GKE は ip-masq-agent をデプロイしません。`,
  },
  writers: { agent: 'ip-masq-agent', bootstrap: 'ノードの起動処理', nobody: 'なし' },
}
