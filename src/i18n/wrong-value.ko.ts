import type { Issue } from '../scenario/issue.ts'
import type { Wanted } from '../scenario/schema-issue.ts'
import { ko } from './josa.ts'
import { param } from './param.ts'
import { code, type Sentence } from './sentence.ts'
import { where } from './where.ts'

/** What has to stand where something else does. */
export function wrongValueKo(i: Issue): Sentence {
  const needed = NEEDED[param(i, 'wanted') as Wanted](param(i, 'of'))
  const found = FOUND[param(i, 'found')] ?? [code(param(i, 'value'))]
  return ko`${where(i)}현재 값은 ${found}인데, 여기에는 ${needed}을(를) 입력해야 합니다.`
}

const FOUND: Readonly<Record<string, Sentence>> = { list: ['목록'], fields: ['필드'] }

const NEEDED: Readonly<Record<Wanted, (of: string) => Sentence>> = {
  text: () => ko`텍스트`,
  number: () => ko`숫자`,
  'whole-number': () => ko`정수`,
  'at-least': (of) => ko`${code(of)} 이상의 수`,
  'at-most': (of) => ko`${code(of)} 이하의 수`,
  'true-or-false': () => ko`${code('true')} 또는 ${code('false')}`,
  list: () => ko`목록`,
  pair: () => ko`값이 두 개인 목록`,
  fields: () => ko`${code('name: value')} 형식의 필드`,
  'one-of': (of) => (of.includes(',') ? ko`${code(of)} 중 하나` : ko`${code(of)}`),
  'one-of-or-number': (of) => ko`${code(of)} 중 하나 또는 숫자`,
  'number-or-text': () => ko`숫자 또는 텍스트`,
}
