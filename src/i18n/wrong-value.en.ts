import type { Issue } from '../scenario/issue.ts'
import type { Wanted } from '../scenario/schema-issue.ts'
import { param } from './param.ts'
import { code, type Sentence, say } from './sentence.ts'
import { where } from './where.ts'

/** What has to stand where something else does. */
export function wrongValueEn(i: Issue): Sentence {
  const needed = NEEDED[param(i, 'wanted') as Wanted](param(i, 'of'))
  const found = FOUND[param(i, 'found')] ?? [code(param(i, 'value'))]
  return say`${where(i)}This has to be ${needed}, and it is ${found}.`
}

const FOUND: Readonly<Record<string, Sentence>> = {
  list: ['a list'],
  fields: ['fields with values'],
}

const NEEDED: Readonly<Record<Wanted, (of: string) => Sentence>> = {
  text: () => say`text`,
  number: () => say`a number`,
  'whole-number': () => say`a whole number`,
  'at-least': (of) => say`a number that is ${code(of)} or more`,
  'at-most': (of) => say`a number that is ${code(of)} or less`,
  'true-or-false': () => say`${code('true')} or ${code('false')}`,
  list: () => say`a list`,
  pair: () => say`a list of two`,
  fields: () => say`fields with values, such as ${code('name: value')}`,
  'one-of': (of) => (of.includes(',') ? say`one of ${code(of)}` : say`${code(of)}`),
  'one-of-or-number': (of) => say`one of ${code(of)}, or a number`,
  'number-or-text': () => say`a number or text`,
}
