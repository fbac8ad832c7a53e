import type { DetectiveWords } from './detective-words.ts'
import { param } from './param.ts'
import { address, cidr, code, listed, type Sentence, say } from './sentence.ts'

const ranges = (texts: string): Sentence => listed(texts.split(', ').map(cidr), '、')

export const detectiveJa: DetectiveWords = {
  open: 'なぜ? 対処を探す',
  compare: 'Pod とノードを比較',
  allow: '許可が必要な送信元',
  title: '失敗の原因と対処',
  close: '調査を閉じる',
  searching: '効果のありそうな変更を試しています…',
  notSent: 'このフローはまだ送信できないため、調べるものがありません。',
  fine: (o) =>
    say`フローは成功します。相手側から見える送信元は ${address(o.seenAs.address)} です。`,
  causes: '原因(取り除きやすい順)',
  cause: {
    end: 'ここで終わります',
    source: 'パケットの送信元',
    beyond: '次に止まる所',
  },
  removedBy: (count) => `${count} 件の対処で取り除けます`,
  fixes: (count) => `最小の対処 ${count} 件`,
  noFixes:
    '試した変更のうち、このフローを成功させるものはありませんでした。ご自身で描き足す必要のあるものが欠けています。',
  incomplete: '一度に試せる数を超えているため、ほかの対処がある可能性があります。',
  apply: '適用',
  applyNamed: (fix) => `対処 ${fix} を適用`,
  applied: '適用しました',
  undo: 'この対処を元に戻す',
  out: '削除',
  in: '追加',
  inCluster: (cluster) => say`クラスタ ${cluster} での変更です。`,
  changes: {
    'apply-manifests': () => say`エディタにある ConfigMap を適用します。`,
    'use-draft': () => say`シナリオの ConfigMap の下書きを適用します。`,
    'keep-range': (c) =>
      say`${code(param(c, 'option'))} に ${ranges(param(c, 'add'))} を追加します。その宛先には Pod のアドレスが維持されます。`,
    'masquerade-range': (c) =>
      say`${code(param(c, 'option'))} から ${ranges(param(c, 'drop'))} を外します。その宛先へはノードのアドレスで出ます。`,
    'narrow-kept-range': (c) =>
      say`${code(param(c, 'option'))} の ${ranges(param(c, 'drop'))} を、その中の自分の範囲 ${ranges(param(c, 'add'))} に置き換えます。`,
    'set-setting': (c) =>
      say`${code(param(c, 'option'))} を ${code(param(c, 'value'))} に設定します。`,
    'keep-by-pool': (c) =>
      say`${cidr(param(c, 'range'))} の無効な ${code('IPPool')} を追加します。プールに含まれる宛先には Pod のアドレスが見えます。`,
    'turn-snat-on': () => say`デフォルト SNAT を有効にします。`,
    'turn-snat-off': () => say`デフォルト SNAT を無効にします。`,
    'deploy-agent': () => say`クラスタに ${code('ip-masq-agent')} をデプロイします。`,
    'replace-node': (c) => say`フラグが反映されるように ${code(param(c, 'node'))} を置き換えます。`,
    'remove-manual-rule': (c) =>
      say`${code(param(c, 'node'))} に直接入力したルール ${code(param(c, 'rule'))} を削除します。`,
    'allow-at-firewall': (c) =>
      say`${code(param(c, 'firewall'))} で ${cidr(param(c, 'range'))} を許可します。`,
    'allow-at-endpoint': (c) =>
      say`${code(param(c, 'endpoint'))} の許可リストに ${cidr(param(c, 'range'))} を追加します。`,
    'allow-ingress': (c) =>
      say`${code(param(c, 'vpc'))} に上り(内向き)ルール ${code(param(c, 'rule'))} を追加します。${cidr(param(c, 'range'))} からの ${code(param(c, 'service'))} を許可します。`,
    'allow-egress': (c) =>
      say`${code(param(c, 'vpc'))} に下り(外向き)ルール ${code(param(c, 'rule'))} を追加します。${cidr(param(c, 'range'))} への ${code(param(c, 'service'))} を許可します。`,
    'allow-policy-peer': (c) =>
      say`NetworkPolicy ${code(param(c, 'policy'))} で ${code(param(c, 'peer'))} を許可します。`,
    'open-port': (c) =>
      say`${code(param(c, 'endpoint'))} のポート ${code(param(c, 'port'))} を開きます。`,
    advertise: (c) =>
      say`${code(param(c, 'router'))} から ${code(param(c, 'attachment'))} 経由で ${cidr(param(c, 'range'))} をアドバタイズします。`,
    learn: (c) =>
      say`${code(param(c, 'router'))} が ${code(param(c, 'attachment'))} 経由で ${cidr(param(c, 'range'))} を学習するようにします。`,
    'route-to-attachment': (c) =>
      say`${code(param(c, 'vpc'))} に静的ルートを追加します。${cidr(param(c, 'range'))} を ${code(param(c, 'attachment'))} へ送ります。`,
    'route-on-prem': (c) =>
      say`${code(param(c, 'network'))} に静的ルートを追加します。${cidr(param(c, 'range'))} を ${code(param(c, 'attachment'))} へ送ります。`,
    'remove-on-prem-route': (c) =>
      say`${code(param(c, 'network'))} の静的ルート ${cidr(param(c, 'range'))}(${code(param(c, 'via'))} 行き)を削除します。`,
    'remove-route': (c) =>
      say`${code(param(c, 'vpc'))} のルート ${code(param(c, 'route'))} を削除します。${cidr(param(c, 'range'))} を ${code(param(c, 'via'))} へ送っています。`,
    'default-route': (c) =>
      say`${code(param(c, 'vpc'))} にインターネット ゲートウェイへのデフォルト ルートを設けます。`,
    'global-routing': (c) =>
      say`${code(param(c, 'vpc'))} をグローバル動的ルーティングに切り替えます。`,
    'export-routes': (c) =>
      say`${code(param(c, 'peering'))} で ${code(param(c, 'vpc'))} のカスタムルートを ${code(param(c, 'other'))} へエクスポートします。`,
    'forward-packets': (c) => say`${code(param(c, 'endpoint'))} で IP 転送を有効にします。`,
    'cover-by-nat': (c) =>
      say`${code(param(c, 'nat'))} の対象に ${cidr(param(c, 'range'))} を加えます。`,
    'add-cloud-nat': (c) =>
      say`${code(param(c, 'vpc'))} に ${cidr(param(c, 'range'))} 用の Cloud NAT ${code(param(c, 'nat'))} を追加します。`,
    'policy-to-cluster': (c) =>
      say`${code(param(c, 'service'))} の ${code(param(c, 'field'))} を ${code('Cluster')} に設定します。`,
    'fresh-source-port': (c) =>
      say`別の送信元ポート(例: ${code(param(c, 'port'))})から接続し直します。`,
  },
  notes: {
    'nodes-must-be-replaced': '実際のノードには、ノードを置き換えたときにフラグが反映されます。',
    'pod-address-changes': 'Pod が作り直されるとアドレスが変わります。',
    'one-node-only': 'ノードプールのほかのノードは許可されません。',
    'example-address': 'アドレスは例です。実際には予約したものをお使いください。',
    'new-connections-only': '開いている接続は、始まったときの判断に従い続けます。',
  },
  seenAfter: '適用後に相手側から見える送信元:',
  noEffects: ({ asked }) => `ほかに変わるものはありません(ほかのフロー ${asked} 件を比較)。`,
  effects: ({ changed, asked, lost, gained }) =>
    [
      `ほかのフロー ${asked} 件のうち ${changed} 件も変わります`,
      lost > 0 ? `${lost} 件が失敗` : '',
      gained > 0 ? `${gained} 件が成功` : '',
    ]
      .filter((part) => part !== '')
      .join('、'),
  verdicts: { delivered: '到達', dropped: '破棄', undetermined: '確定不能' },
  senders: {
    title: ({ senders: [one, two] }) => `${one.name} と ${two.name} の比較`,
    about: {
      'both-arrive': ({ senders: [one, two] }) =>
        say`どちらも到達します。${code(one.name)} は ${address(one.outcome.seenAs.address)}、${code(two.name)} は ${address(two.outcome.seenAs.address)} として見えます。`,
      'first-arrives': ({ senders: [one, two] }) =>
        say`${code(one.name)} は ${address(one.outcome.seenAs.address)} として到達しますが、${address(two.outcome.seenAs.address)} として来る ${code(two.name)} は到達しません。`,
      'second-arrives': ({ senders: [one, two] }) =>
        say`${code(two.name)} は ${address(two.outcome.seenAs.address)} として到達しますが、${address(one.outcome.seenAs.address)} として来る ${code(one.name)} は到達しません。`,
      same: () => say`どちらも同じステップで終わります。`,
      apart: () => say`どちらも失敗しますが、終わるステップが異なります。`,
    },
    parted: (step) => `分かれるステップ: ${step}`,
    step: 'ステップ',
    proves: 'これで証明されること',
    provesNot: 'これでは証明されないこと',
    proofs: (stepName) => ({
      'source-accepted': (p) => say`相手側が ${address(p.address)} を許可していること`,
      'way-back': (p) => say`相手側から ${address(p.address)} への戻りのルートがあること`,
      'port-open': (p) => say`${address(p.address)} のポート ${p.port} で応答があること`,
      'same-source': (p) =>
        say`${code(p.sender)} のパケットが、${code(p.other)} と同じく ${address(p.address)} として出ること`,
      'not-the-source': (p) =>
        say`送信元が原因ではないこと。どちらも「${stepName(p.step)}」で終わります`,
    }),
  },
}
