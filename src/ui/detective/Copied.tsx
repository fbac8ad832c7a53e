import type { ArrivalsWords } from '../../i18n/arrivals-words.ts'

/** Whether the clipboard has it; null: nothing was copied yet. */
export function Copied({
  words,
  well,
}: {
  readonly words: ArrivalsWords
  readonly well: boolean | null
}) {
  const said = well ? words.copied : words.notCopied
  return <span role="status">{well === null ? '' : said}</span>
}
