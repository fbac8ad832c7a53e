import type { ConfigText } from './messages.ts'
import { param } from './param.ts'
import { cidr, code, say } from './sentence.ts'

export const configJa: ConfigText = {
  states: {
    absent: say`ConfigMap は適用されていません。エージェントはデフォルトで動作します。`,
    accepted: say`エージェントはこの ConfigMap を受け入れました。`,
    refused: say`この ConfigMap は拒否されました。以前に書き込まれたルールが引き続き有効です。`,
    unread: say`ip-masq-agent が動作していないため、この ConfigMap を読み取るものはありません。`,
  },
  refusedBy: {
    kubectl: say`${code('kubectl')} がマニフェストを拒否しました:`,
    agent: say`${code('ip-masq-agent')} が設定を拒否しました:`,
    'iptables-restore': say`エージェントが書き出したルールを ${code('iptables-restore')} が拒否しました:`,
  },
  notes: {
    'key-in-other-case': (n) =>
      say`${code(param(n, 'key'))} は ${code(param(n, 'meant'))} として受け入れられます。エージェントは大文字と小文字を区別しません。`,
    'unknown-key-ignored': (n) =>
      say`${code(param(n, 'key'))} はエージェントの知らないキーであり、通知なしに無視されます。`,
    'manifest-inside-value': () =>
      say`値がマニフェスト全体になっています。エージェントはこの中に既知のキーを見つけられず、エラーを出さずにデフォルトで動作します。`,
    'wrong-name': (n) =>
      say`エージェントが読み取るのは、${code('kube-system')} にある ${code('ip-masq-agent')} のキー ${code('config')} だけです。${code(param(n, 'name'))} は読み取られません。`,
    'list-empty': () =>
      say`リストが空なので、リンクローカルを除くすべての宛先がマスカレードされます。`,
    'pod-range-not-kept': (n) =>
      say`Pod の範囲 ${cidr(param(n, 'range'))} がマスカレード対象外に含まれていません。Pod 間のパケットと外部から Pod へのパケットは、ノードのアドレスで届きます。`,
    'duplicate-range': (n) => say`${cidr(param(n, 'range'))} が 2 回指定されています。`,
    'covered-by-earlier-range': (n) =>
      say`${cidr(param(n, 'range'))} はすでに ${cidr(param(n, 'by'))} に含まれるため、この行で変わるものはありません。`,
    'only-first-document-read': () =>
      say`エージェントは最初の YAML ドキュメントだけを読み取り、${code('---')} 以降は無視します。`,
  },
}
