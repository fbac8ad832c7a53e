/** Puts `text` in the place of what stands from `from` to before `to`: UTF-16 units. */
export interface TextEdit {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** Edits that do not overlap, all told in positions of the text before. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const backwards = edits.toSorted((a, b) => b.from - a.from)
  return backwards.reduce(
    (done, { from, to, text: part }) => done.slice(0, from) + part + done.slice(to),
    text,
  )
}

/** The line end that a text uses. */
export const lineEndOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n')

/** Adds lines behind the line in which `offset` stands; at the start of a line, in front of it. */
export function addLines(text: string, offset: number, lines: readonly string[]): TextEdit {
  const end = lineEndOf(text)
  const atStart = offset === 0 || /[\r\n]/.test(text.charAt(offset - 1))
  const rest = /^[^\r\n]*(\r\n?|\n)?/.exec(text.slice(offset))
  const at = atStart ? offset : offset + (rest?.[0].length ?? 0)
  const open = !atStart && rest?.[1] === undefined
  const added = lines.join(end)
  return { from: at, to: at, text: open ? end + added : added + end }
}
