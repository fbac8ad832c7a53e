import type { ConfigText } from './messages.ts'
import { param } from './param.ts'
import { cidr, code, say } from './sentence.ts'

export const configJa: ConfigText = {
  states: {
    absent: say`ConfigMap は適用されていません。エージェントが動作していれば、デフォルトの範囲に従います。`,
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
      say`${code(param(n, 'key'))} は ${code(param(n, 'name'))} として受け入れられます。エージェントは大文字と小文字を区別しません。`,
    'unknown-key-ignored': (n) =>
      say`${code(param(n, 'key'))} はエージェントの知らないキーであり、通知なしに無視されます。`,
    'manifest-inside-value': (n) =>
      say`値にマニフェストのキー ${code(param(n, 'keys'))} が含まれています。エージェントはこれらのキーを認識せず、エラーを出さずにデフォルトで動作します。`,
    'wrong-name': (n) =>
      param(n, 'found') === ''
        ? say`エージェントが探す ${code(param(n, 'what'))} ${code(param(n, 'expected'))} がありません。この ConfigMap は読み取られず、デフォルトが適用されます。`
        : say`${code(param(n, 'what'))} が ${code(param(n, 'found'))} ですが、エージェントが読み取るのは ${code(param(n, 'expected'))} だけです。この ConfigMap は読み取られず、デフォルトが適用されます。`,
    'wrong-name-beside': (n) =>
      say`この ConfigMap は読み取られません。${code(param(n, 'what'))} が ${code(param(n, 'found'))} で、エージェントは併せて適用されている ${code(param(n, 'expected'))} を読み続けます。名前を変えても、古い ConfigMap はクラスタに残ります。`,
    'list-empty': () =>
      say`リストが空なので、リンクローカルを除くすべての宛先がマスカレードされます。`,
    'pod-range-not-kept': (n) =>
      say`Pod の範囲 ${cidr(param(n, 'range'))} が非マスカレードの範囲に含まれていません。Pod 間のパケットと外部から Pod へのパケットは、ノードのアドレスで届きます。`,
    'duplicate-range': (n) =>
      say`${cidr(param(n, 'range'))} が 2 回指定されています。2 回目で変わるものはありません。`,
    'covered-by-earlier-range': (n) =>
      say`${cidr(param(n, 'range'))} はすでに ${cidr(param(n, 'by'))} に含まれるため、この行で変わるものはありません。`,
    'only-first-document-read': () =>
      say`エージェントは最初の YAML ドキュメントだけを読み取り、${code('---')} 以降は無視します。`,
  },
}
