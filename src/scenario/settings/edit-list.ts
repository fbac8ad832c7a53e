import { isNode, type Node, type YAMLSeq } from 'yaml'
import { lineEndOf, type TextEdit } from '../../dataplanes/ip-masq-agent/text-edit.ts'
import { printFlow, printItem, type Written } from './print-yaml.ts'
import { startOf } from './stream.ts'

/**
 * A list with other items: those that stay keep their lines with their comments, wherever they move.
 * Null where the lines of the items cannot be told apart.
 */
export function editList(text: string, list: YAMLSeq, items: readonly Written[]): TextEdit | null {
  const [from, to] = list.range ?? [0, 0]
  if (list.flow || items.length === 0) {
    const start = list.flow ? from : lineStart(text, from)
    if (!list.flow) return emptied(text, start, lastOf(text, to))
    return { from, to, text: `[${items.map(printFlow).join(', ')}]` }
  }
  const lines = linesOfItems(text, list)
  const [first] = lines
  if (first === undefined) return null
  const end = lineEndOf(text)
  const indent = /^[ \t]*/.exec(text.slice(lineStart(text, from)))?.[0] ?? ''
  const unused = [...lines]
  const written = items.map((item) => {
    const at = unused.findIndex(({ json }) => json === JSON.stringify(item))
    const [kept] = at < 0 ? [] : unused.splice(at, 1)
    return kept?.text ?? printItem(item, indent).join(end) + end
  })
  const last = lines.at(-1)?.to ?? to
  const closed = written.map((each) => (/\n$/.test(each) ? each : each + end)).join('')
  const open = !/\n$/.test(text.slice(first.from, last))
  return { from: first.from, to: last, text: open ? closed.slice(0, -end.length) : closed }
}

interface ItemLines {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly json: string
}

/** From the end of the item before, so that a comment above an item is the item's. */
function linesOfItems(text: string, list: YAMLSeq): readonly ItemLines[] {
  const lines: ItemLines[] = []
  let from = lineStart(text, startOf(list))
  for (const item of list.items) {
    if (!isNode(item)) return []
    const to = lineEnd(text, lastOf(text, (item as Node).range?.[1] ?? from))
    if (to <= from) return []
    lines.push({ from, to, text: text.slice(from, to), json: JSON.stringify(item.toJSON()) })
    from = to
  }
  return lines
}

/** `key:` and its items to `key: []`. */
function emptied(text: string, start: number, last: number): TextEdit | null {
  const before = text.slice(0, start).trimEnd()
  return before.endsWith(':') ? { from: before.length, to: last + 1, text: ' []' } : null
}

export const lineStart = (text: string, offset: number): number =>
  text.lastIndexOf('\n', offset - 1) + 1

/** Behind the line's end. */
function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset)
  return at < 0 ? text.length : at + 1
}

/** The last character before `end` that is no white space. */
export const lastOf = (text: string, end: number): number => text.slice(0, end).trimEnd().length - 1
