import type { Diagnostic } from '@codemirror/lint'
import type { Text } from '@codemirror/state'

/** What is wrong with the text, and where: 1-based, null where it is not known. */
export interface Complaint {
  readonly message: string
  readonly line: number | null
  readonly column: number | null
}

/** The stretch to underline: from the column to the end of its line, or the line without its indent. */
export function diagnosticOf(doc: Text, { message, line, column }: Complaint): Diagnostic | null {
  if (line === null || line < 1 || line > doc.lines) return null
  const { from, to, text } = doc.line(line)
  const indent = text.length - text.trimStart().length
  const start = Math.min(from + (column === null ? indent : column - 1), to)
  return { from: start, to, severity: 'error', message }
}
