import { stringify } from 'yaml'

/** What a manifest may hold at a setting's place. */
export type Written =
  | boolean
  | number
  | string
  | readonly Written[]
  | { readonly [key: string]: Written }

/** On one line; quoted where a reader of YAML 1.1 would take a text for something else. */
export const printFlow = (value: Written): string =>
  typeof value === 'object' ? JSON.stringify(value) : printScalar(value)

const printScalar = (value: string | number | boolean): string =>
  /[\r\n]/.test(String(value))
    ? JSON.stringify(value)
    : stringify(value, { version: '1.1', lineWidth: 0 }).trimEnd()

/** In the quotes of what stood there before. */
export function printLike(value: string | number | boolean, type: string | undefined): string {
  if (typeof value !== 'string') return printScalar(value)
  if (type === 'QUOTE_DOUBLE') return JSON.stringify(value)
  if (type === 'QUOTE_SINGLE' && !/[\r\n]/.test(value)) return `'${value.replaceAll("'", "''")}'`
  return printScalar(value)
}

/** `key: value` in as many lines as it takes. */
export function printEntry(
  [key = '', ...deeper]: readonly string[],
  value: Written,
  indent: string,
): readonly string[] {
  const name = `${indent}${printScalar(key)}:`
  if (deeper.length > 0) return [name, ...printEntry(deeper, value, `${indent}  `)]
  if (isList(value) && value.length > 0) {
    return [name, ...value.flatMap((item) => printItem(item, `${indent}  `))]
  }
  return [`${name} ${headOf(value)}`, ...bodyOf(value, `${indent}  `)]
}

/** A text of several lines is written as a block: what follows the key, */
export function headOf(value: Written): string {
  if (!isBlock(value)) return printFlow(value)
  return value.endsWith('\n') ? '|' : '|-'
}

/** and the lines below it. */
export const bodyOf = (value: Written, indent: string): readonly string[] =>
  isBlock(value)
    ? value
        .replace(/\n+$/, '')
        .split('\n')
        .map((line) => (line === '' ? '' : indent + line))
    : []

const isBlock = (value: Written): value is string =>
  typeof value === 'string' && value.includes('\n')

/** An item of a list, an object with a line for each of its fields. */
export function printItem(item: Written, indent: string): readonly string[] {
  if (typeof item !== 'object' || isList(item)) return [`${indent}- ${printFlow(item)}`]
  return Object.entries(item).map(
    ([key, value], i) =>
      `${indent}${i === 0 ? '- ' : '  '}${printScalar(key)}: ${printFlow(value)}`,
  )
}

export const isList = (value: Written): value is readonly Written[] => Array.isArray(value)
