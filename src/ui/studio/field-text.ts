import { halfWidth } from '../../net/half-width.ts'
import type { ThingField } from '../../scenario/studio/report/thing-report.ts'

/** A value as one types it, and how many lines it takes. */
export interface FieldText {
  readonly text: string
  readonly lines: number
}

type Typed = Pick<ThingField, 'control' | 'value'>

const PLURAL: ReadonlySet<string> = new Set(['texts', 'numbers', 'names', 'addresses', 'ranges'])

export function fieldText({ control, value }: Typed): FieldText {
  if (PLURAL.has(control)) return inLines(Array.isArray(value) ? value.map(String) : [], 2, 8)
  if (control === 'labels') {
    const entries = Object.entries(typeof value === 'object' && value !== null ? value : {})
    return inLines(
      entries.map(([key, each]) => `${key}=${each}`),
      2,
      8,
    )
  }
  const text = value === undefined ? '' : String(value)
  return control === 'long-text' ? inLines(text.split('\n'), 3, 12) : { text, lines: 1 }
}

/** What was typed as a value of the document; an emptied field has none. */
export function fieldValue({ control }: Pick<ThingField, 'control'>, typed: string): unknown {
  if (PLURAL.has(control)) {
    const items = halfWidth(typed)
      .split(/[\s,]+/)
      .filter((item) => item !== '')
    return control === 'numbers' ? items.map(numberIn) : items
  }
  if (control === 'labels') return labelsIn(typed)
  if (control === 'long-text') return typed === '' ? undefined : typed
  const text = halfWidth(typed).trim()
  if (text === '') return undefined
  return control === 'number' || control === 'choice-or-number' ? numberIn(text) : text
}

/** What is no number stays as it was typed. */
const numberIn = (text: string): number | string => (/^-?\d+$/.test(text) ? Number(text) : text)

function labelsIn(typed: string): Readonly<Record<string, string>> | undefined {
  const lines = typed.split('\n').flatMap((line) => {
    const [key = '', ...rest] = line.split('=')
    return key.trim() === '' ? [] : [[key.trim(), rest.join('=').trim()] as const]
  })
  return lines.length === 0 ? undefined : Object.fromEntries(lines)
}

const inLines = (lines: readonly string[], least: number, most: number): FieldText => ({
  text: lines.join('\n'),
  lines: Math.min(most, Math.max(least, lines.length)),
})
