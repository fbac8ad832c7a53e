import type { ScalarNode } from '../../golang/yaml/node.ts'

/**
 * For each UTF-16 unit of a scalar's value, and for its end, where it is written in `source`. Exact
 * but for folded scalars, where a line that is indented further may be off by its indentation.
 */
export function scalarOffsets(source: string, node: ScalarNode): readonly number[] {
  const written = source.slice(node.start, node.end)
  const header = HEADER.exec(written)?.[0].length ?? 0
  if (node.style === 'literal') return literalOffsets(source, node, header)
  const indent = /^ */.exec(written.slice(header))?.[0].length ?? 0
  const skipped = { plain: 0, single: 1, double: 1, folded: header + indent }[node.style]
  return flowOffsets(source, node, node.start + skipped)
}

/** The line with the `|` or the `>`. */
const HEADER = /^[^\r\n]*(?:\r\n?|\n)?/
const BREAK = /\r\n?|\n/

/** Line by line: a line of the value is a line of the text without its indentation. */
function literalOffsets(source: string, node: ScalarNode, header: number): readonly number[] {
  const body = source.slice(node.start + header, node.end)
  const indent = indentOf(body) - indentOf(node.value)
  const offsets: number[] = []
  let start = node.start + header
  for (const line of node.value.split('\n')) {
    const rest = source.slice(start, node.end)
    const written = rest.search(BREAK)
    const length = written < 0 ? rest.length : written
    const first = Math.min(indent, length)
    for (let at = 0; at <= line.length; at += 1) {
      offsets.push(start + Math.min(first + at, length))
    }
    start += length + (BREAK.exec(rest)?.[0].length ?? 0)
  }
  return offsets
}

/** Blanks before the first line that holds something. */
const indentOf = (text: string): number => /^( *)[^ \r\n]/m.exec(text)?.[1]?.length ?? 0

/** Character by character: an escape is one, and so is what a gap between lines folds to. */
function flowOffsets(source: string, node: ScalarNode, start: number): readonly number[] {
  const { value, end } = node
  const offsets: number[] = []
  let at = start
  for (let unit = 0; unit < value.length; ) {
    if (node.style === 'double')
      at += JOINED.exec(source.slice(at, at + LONGEST_STEP))?.[0].length ?? 0
    const rest = source.slice(at, Math.min(end, at + LONGEST_STEP))
    const gap = GAP.exec(rest)?.[0].length ?? 0
    const width = gap > 0 ? gapWidth(value, unit) : 1
    for (let each = 0; each < width; each += 1) offsets.push(Math.min(at, end))
    unit += width
    at += gap > 0 ? gap : stepWidth(rest, node.style, width)
  }
  offsets.push(Math.min(at, end))
  return offsets
}

/** No escape is longer, and no gap that is worth following. */
const LONGEST_STEP = 1000
const GAP = /^[ \t]*(?:\r\n?|\n)\s*/

/** A blank, or as many line breaks as there are. */
function gapWidth(value: string, unit: number): number {
  const breaks = /^\n+/.exec(value.slice(unit, unit + LONGEST_STEP))?.[0].length ?? 0
  return Math.max(1, breaks)
}

/** A line break that is escaped leaves nothing in the value. */
const JOINED = /^\\(?:\r\n?|\n)[ \t]*/
const ESCAPE = /^\\(?:x..|u.{4}|U.{8}|[\s\S])/

function stepWidth(rest: string, style: ScalarNode['style'], otherwise: number): number {
  if (style === 'double') return ESCAPE.exec(rest)?.[0].length ?? otherwise
  return style === 'single' && rest.startsWith("''") ? 2 : otherwise
}
