import { plain } from '../sentence.ts'
import type { Twin, TwinItem, TwinSection } from './twin.ts'

/** As plain text, with headings and lists as Markdown writes them: for copying, and for a terminal. */
export function twinText({ title, sections }: Twin): string {
  return [`# ${plain(title)}`, ...sections.map(sectionText), ''].join('\n\n').trimEnd().concat('\n')
}

function sectionText({ heading, says, items, ordered }: TwinSection): string {
  return [
    `## ${heading}`,
    ...says.map(plain),
    ...(items.length === 0 ? [] : [items.flatMap((each, i) => lines(each, i, ordered)).join('\n')]),
  ].join('\n\n')
}

/** Inner lists stand as far in as the text of the item that they belong to. */
function lines({ says, items }: TwinItem, index: number, ordered: boolean): readonly string[] {
  const mark = ordered ? `${index + 1}. ` : '- '
  const inner = items.flatMap((each, i) => lines(each, i, false))
  return [mark + plain(says), ...inner.map((line) => ' '.repeat(mark.length) + line)]
}
