import type { Mark } from './mark.ts'

/** Why YAML text cannot be read, in go-yaml's words and with its two positions. */
export interface Problem {
  readonly kind: 'problem'
  readonly by: 'reader' | 'scanner' | 'parser' | 'decoder'
  readonly text: string
  /** Where it was noticed; null where go-yaml keeps no position. */
  readonly mark: Mark | null
  /** Where the construct began that could not be finished. */
  readonly context: Mark | null
  /** Where a reader should look: UTF-16 units from the start of the text. */
  readonly offset: number
}

/**
 * The whole error text. The line is that of the problem, counted from 0 by the parser and from 1 by
 * the scanner; line 0 counts as "no line", then the context's line is taken, counted from 0.
 * Source: go-yaml v2.4.0, decode.go, (*parser).fail.
 */
export function problemText({ by, text, mark, context }: Problem): string {
  let line = 0
  if (mark !== null && mark.line !== 0) line = by === 'scanner' ? mark.line + 1 : mark.line
  else if (context !== null) line = context.line
  return line === 0 ? `yaml: ${text}` : `yaml: line ${line}: ${text}`
}

export const scannerProblem = (text: string, mark: Mark, context: Mark): Problem => ({
  kind: 'problem',
  by: 'scanner',
  text,
  mark,
  context,
  offset: mark.offset,
})

export const parserProblem = (text: string, mark: Mark, context: Mark | null): Problem => ({
  kind: 'problem',
  by: 'parser',
  text,
  mark,
  context,
  offset: mark.offset,
})

export const decoderProblem = (text: string, offset: number): Problem => ({
  kind: 'problem',
  by: 'decoder',
  text,
  mark: null,
  context: null,
  offset,
})

export const isProblem = <T>(value: T | Problem): value is Problem =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'problem'
