import type * as v from 'valibot'
import { issueAt } from './field-reader.ts'
import type { Issue } from './issue.ts'

/** What the schema finds wrong in a document, under the path of the keys that lead there. */
export function schemaIssue(found: v.BaseIssue<unknown>): Issue {
  const path = (found.path ?? []).map(({ key }) => key).join('.')
  const { received, requirement, input } = found
  if (found.type === 'strict_object' && found.expected === 'never') {
    return issueAt('unknown-field', path)
  }
  // A key with nothing behind it is `null`.
  if (received === 'undefined' || received === 'null') return issueAt('missing-field', path)
  // Names are the only texts with a pattern.
  if (found.type === 'regex') return issueAt('bad-name', path, { name: String(input) })
  if (found.type === 'max_length') {
    const code = Array.isArray(input) ? 'list-full' : 'text-too-long'
    return issueAt(code, path, { most: String(requirement) })
  }
  return issueAt('wrong-value', path, { ...wanted(found), ...valueIn(received) })
}

/** What has to stand there, as a code; `of`: which values, or the bound of a number. */
export const WANTED = [
  'text',
  'number',
  'whole-number',
  'at-least',
  'at-most',
  'true-or-false',
  'list',
  'pair',
  'fields',
  'one-of',
  'one-of-or-number',
  'number-or-text',
] as const

export type Wanted = (typeof WANTED)[number]

const BY_TYPE: Readonly<Record<string, Wanted>> = {
  string: 'text',
  number: 'number',
  finite: 'number',
  integer: 'whole-number',
  min_value: 'at-least',
  max_value: 'at-most',
  boolean: 'true-or-false',
  array: 'list',
  tuple: 'pair',
  strict_object: 'fields',
  record: 'fields',
}

function wanted({ type, expected, requirement }: v.BaseIssue<unknown>): Record<string, string> {
  const code = BY_TYPE[type]
  if (code !== undefined) return { wanted: code, of: String(requirement ?? '') }
  // `("ingress" | "egress")`, and for several schemas in one `(("tcp" | "udp") | number)`.
  const of = [...(expected ?? '').matchAll(/"([^"]*)"/g)].map(([, each]) => each).join(', ')
  if (of === '') return { wanted: 'number-or-text' satisfies Wanted, of }
  const orNumber = expected?.includes('number') === true
  return { wanted: (orNumber ? 'one-of-or-number' : 'one-of') satisfies Wanted, of }
}

/** What stands there instead: a value as it is written, or the kind of what holds others. */
function valueIn(received: string): Record<string, string> {
  if (received === 'Array') return { found: 'list' }
  return received === 'Object' ? { found: 'fields' } : { value: received }
}
