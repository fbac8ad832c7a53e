import type { EditIssueCode } from '../scenario/issue.ts'
import { joins } from './joins.ts'
import { ko } from './josa.ts'
import type { Messages } from './messages.ts'
import { param } from './param.ts'
import { cidr, code } from './sentence.ts'
import { thingKindsKo } from './thing-kinds.ko.ts'
import { where } from './where.ts'

const KINDS: Readonly<Record<string, string>> = thingKindsKo

const kind = (id: string): string => KINDS[id] ?? id

export const editIssuesKo: Pick<Messages['issues'], EditIssueCode> = {
  'nowhere-to-put': (i) =>
    joins(i)
      ? ko`${kind(param(i, 'kind'))}을(를) 둘 곳이 아직 없습니다. 먼저 ${kind(param(i, 'needs'))}을(를) 추가하세요.`
      : ko`여기에는 ${kind(param(i, 'kind'))}을(를) 둘 수 없습니다. ${kind(param(i, 'needs'))} 안에 놓으세요. 아직 없다면 먼저 추가하세요.`,
  'no-free-address': (i) =>
    ko`${code(param(i, 'zone'))}의 ${cidr(param(i, 'range'))}에는 남은 주소가 없습니다.`,
  'no-free-range': (i) => ko`${code(param(i, 'size'))} 크기의 사설 대역이 남아 있지 않습니다.`,
  locked: () => ko`구성이 잠겨 있습니다. 변경하려면 잠금을 해제하세요.`,
  'cannot-connect': (i) =>
    ko`${code(param(i, 'from'))}과(와) ${code(param(i, 'to'))}은(는) 서로 연결할 수 없습니다.`,
  'not-connected': (i) =>
    ko`${code(param(i, 'from'))}과(와) ${code(param(i, 'to'))}은(는) 서로 연결되어 있지 않습니다.`,
  'bad-name': (i) =>
    param(i, 'name') === ''
      ? ko`${where(i)}이름을 입력하세요.`
      : ko`${where(i)}${code(param(i, 'name'))}은(는) 이름으로 쓸 수 없습니다. 영문자, 숫자, ${code('-')}, ${code('.')}을 63자까지 쓸 수 있으며 영문자나 숫자로 시작하고 끝나야 합니다.`,
  'name-taken': (i) => ko`${code(param(i, 'name'))}(이)라는 이름은 이미 사용 중입니다.`,
  'name-fixed': (i) =>
    ko`${code(param(i, 'name'))}은(는) 어디서나 같은 이름을 쓰므로 이름을 바꿀 수 없습니다.`,
  'already-there': (i) => ko`${kind(param(i, 'kind'))}이(가) 이미 있습니다. 하나만 둘 수 있습니다.`,
  'list-full': (i) => ko`${code(i.path)}에는 ${param(i, 'most')}개까지만 넣을 수 있습니다.`,
  'nothing-to-paste': () =>
    ko`이 텍스트에는 구성도에 붙여 넣을 내용이 없습니다. 먼저 구성도에서 복사하세요.`,
}
