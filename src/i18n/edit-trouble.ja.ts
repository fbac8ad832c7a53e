import type { EditIssueCode } from '../scenario/issue.ts'
import { joins } from './joins.ts'
import type { Messages } from './messages.ts'
import { param } from './param.ts'
import { cidr, code, say } from './sentence.ts'
import { thingKindsJa } from './thing-kinds.ja.ts'
import { where } from './where.ts'

const KINDS: Readonly<Record<string, string>> = thingKindsJa

const kind = (id: string): string => `「${KINDS[id] ?? id}」`

export const editIssuesJa: Pick<Messages['issues'], EditIssueCode> = {
  'nowhere-to-put': (i) =>
    joins(i)
      ? say`${kind(param(i, 'kind'))}を置ける場所がまだありません。先に${kind(param(i, 'needs'))}を追加してください。`
      : say`ここには${kind(param(i, 'kind'))}を置けません。${kind(param(i, 'needs'))}の中に置いてください。まだない場合は、先に追加してください。`,
  'no-free-address': (i) =>
    say`${code(param(i, 'zone'))} の ${cidr(param(i, 'range'))} に空きアドレスがありません。`,
  'no-free-range': (i) =>
    say`${code(param(i, 'size'))} の大きさのプライベート アドレス範囲が残っていません。`,
  locked: () => say`この構成はロックされています。変更するにはロックを解除してください。`,
  'cannot-connect': (i) =>
    say`${code(param(i, 'from'))} と ${code(param(i, 'to'))} は接続できません。`,
  'not-connected': (i) =>
    say`${code(param(i, 'from'))} と ${code(param(i, 'to'))} は接続されていません。`,
  'bad-name': (i) =>
    param(i, 'name') === ''
      ? say`${where(i)}名前を入力してください。`
      : say`${where(i)}${code(param(i, 'name'))} は名前として使えません。使えるのは英字、数字、${code('-')}、${code('.')} で 63 文字までです。先頭と末尾は英字か数字にしてください。`,
  'name-taken': (i) => say`${code(param(i, 'name'))} という名前はすでに使われています。`,
  'name-fixed': (i) =>
    say`${code(param(i, 'name'))} はどこでも同じ名前で呼ばれるため、名前を変更できません。`,
  'already-there': (i) => say`${kind(param(i, 'kind'))}はすでにあります。置けるのは 1 つだけです。`,
  'list-full': (i) => say`${code(i.path)} に入れられるのは ${param(i, 'most')} 件までです。`,
  'nothing-to-paste': () =>
    say`このテキストには構成図に貼り付けられるものがありません。先に構成図でコピーしてください。`,
}
