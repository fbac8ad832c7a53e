import { isMap, isSeq, LineCounter, parseDocument } from 'yaml'
import { kindOf, splitStream } from './manifest-parts.ts'

/** Where in a scenario's stream what stands at a path is written, 1-based. */
export interface TextPlace {
  readonly line: number
  readonly column: number
}

/**
 * The place of a path of an issue, e.g. `nodes.3.address`; of a field that is not there, that of what
 * it is missing from. Flows stand in paths by their names too. Null where the text has no scenario.
 */
export function locatePath(stream: string, path: string): TextPlace | null {
  const part = splitStream(stream).find((each) => kindOf(each) === 'Scenario')
  if (!part) return null
  const lines = new LineCounter()
  const { contents } = parseDocument(part.text, { lineCounter: lines, prettyErrors: false })
  let node: unknown = contents
  for (const key of keysOf(path)) {
    const next = memberOf(node, key)
    if (next === undefined) break
    node = next
  }
  const start = (node as { readonly range?: readonly number[] } | null)?.range?.[0]
  if (start === undefined) return null
  const { line, col } = lines.linePos(start)
  return { line: line + part.above, column: col }
}

/** `flow.to` is of the flow that is sent, which is the first; `flows.NAME.flow.to` of the one of that name. */
const keysOf = (path: string): readonly string[] =>
  path
    .replace(/^flow\./, 'flows.0.')
    .replace(/^(flows\.[^.]+)\.flow\./, '$1.')
    .split('.')

function memberOf(node: unknown, key: string): unknown {
  if (isMap(node)) return node.get(key, true)
  if (!isSeq(node)) return undefined
  const named = node.items.find((item) => isMap(item) && item.get('name') === key)
  return named ?? node.get(Number(key), true)
}
