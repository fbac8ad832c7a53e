import type { Issue } from '../scenario/issue.ts'
import type { Wanted } from '../scenario/schema-issue.ts'
import { param } from './param.ts'
import { code, type Sentence, say } from './sentence.ts'
import { where } from './where.ts'

/** What has to stand where something else does. */
export function wrongValueJa(i: Issue): Sentence {
  const needed = NEEDED[param(i, 'wanted') as Wanted](param(i, 'of'))
  const found = FOUND[param(i, 'found')] ?? [code(param(i, 'value'))]
  return say`${where(i)}現在の値は${found}ですが、ここには${needed}を指定してください。`
}

const FOUND: Readonly<Record<string, Sentence>> = { list: ['リスト'], fields: ['フィールド'] }

const NEEDED: Readonly<Record<Wanted, (of: string) => Sentence>> = {
  text: () => say`テキスト`,
  number: () => say`数値`,
  'whole-number': () => say`整数`,
  'at-least': (of) => say`${code(of)} 以上の数値`,
  'at-most': (of) => say`${code(of)} 以下の数値`,
  'true-or-false': () => say`${code('true')} または ${code('false')}`,
  list: () => say`リスト`,
  pair: () => say`2 個の値のリスト`,
  fields: () => say`${code('name: value')} 形式のフィールド`,
  'one-of': (of) => (of.includes(',') ? say`${code(of)} のいずれか` : say`${code(of)}`),
  'one-of-or-number': (of) => say`${code(of)} のいずれか、または数値`,
  'number-or-text': () => say`数値またはテキスト`,
}
