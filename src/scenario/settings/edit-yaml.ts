import { isCollection, isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml'
import { addLines, type TextEdit } from '../../dataplanes/ip-masq-agent/text-edit.ts'
import { editList, lastOf, lineStart } from './edit-list.ts'
import { pairsOf } from './find-value.ts'
import {
  bodyOf,
  headOf,
  isList,
  printEntry,
  printFlow,
  printLike,
  type Written,
} from './print-yaml.ts'
import { startOf } from './stream.ts'

/**
 * What to change in a text so that `value` stands under the keys of `path`, and nothing else changes.
 * Every spelling of the last key that counts as the same gets it. Null: the text has no place for it.
 */
export function editYaml(
  text: string,
  root: YAMLMap,
  path: readonly string[],
  value: Written,
  same: (a: string, b: string) => boolean,
): readonly TextEdit[] | null {
  const [key = '', ...deeper] = path
  const pairs = pairsOf(root, key, same)
  if (pairs.length === 0) return [addEntry(text, root, path, value)]
  if (deeper.length === 0) {
    const edits = pairs.map((pair) => replaceValue(text, pair, value))
    return edits.every((edit) => edit !== null) ? edits : null
  }
  const pair = pairs.at(-1)
  if (pair === undefined) return null
  if (isMap(pair.value)) return editYaml(text, pair.value, deeper, value, same)
  return isBlank(pair.value) ? [addBelow(text, pair, deeper, value)] : null
}

/** A new last entry; in braces a first one. */
function addEntry(text: string, map: YAMLMap, path: readonly string[], value: Written): TextEdit {
  const [from, to] = map.range ?? [0, 0]
  if (map.flow || map.items.length === 0) {
    const nested = path.toReversed().reduce<Written>((inner, key) => ({ [key]: inner }), value)
    const entry = JSON.stringify(nested).slice(1, -1)
    const at = from + 1
    return { from: at, to: at, text: map.items.length > 0 ? `${entry}, ` : entry }
  }
  const indent = columnOf(text, startOf(map.items[0]?.key))
  return addLines(text, lastOf(text, to), printEntry(path, value, indent))
}

/** Lines below a key that has no value yet. */
function addBelow(
  text: string,
  { key }: Pair<unknown, unknown>,
  path: readonly string[],
  value: Written,
): TextEdit {
  const indent = `${columnOf(text, startOf(key))}  `
  return addLines(text, endOf(key), printEntry(path, value, indent))
}

function replaceValue(text: string, pair: Pair<unknown, unknown>, value: Written): TextEdit | null {
  const { key, value: node } = pair
  if (isBlank(node)) return fillBlank(text, pair, value)
  if (isSeq(node) && isList(value)) return editList(text, node, value)
  if (isCollection(node) || !isScalar(node) || node.range == null) return null
  const [from, to] = node.range
  const block = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED'
  if (isList(value) && value.length > 0) {
    const indent = `${columnOf(text, startOf(key))}  `
    const [, ...items] = printEntry(['x'], value, indent.slice(2))
    return { from: from - 1, to, text: `\n${items.join('\n')}${block ? '\n' : ''}` }
  }
  const written = typeof value === 'object' ? printFlow(value) : printLike(value, node.type)
  return { from, to: block ? lastOf(text, to) + 1 : to, text: written }
}

function fillBlank(
  text: string,
  { key, value: node }: Pair<unknown, unknown>,
  value: Written,
): TextEdit | null {
  const [from, to] = isScalar(node) ? (node.range ?? [0, 0]) : [0, 0]
  if (isList(value) && value.length > 0 && to <= from) {
    const indent = columnOf(text, startOf(key))
    const [, ...items] = printEntry(['x'], value, indent)
    return addLines(text, endOf(key), items)
  }
  if (to > from) return { from, to, text: printFlow(value) }
  const colon = text.indexOf(':', endOf(key))
  if (colon < 0) return null
  const lines = [` ${headOf(value)}`, ...bodyOf(value, `${columnOf(text, startOf(key))}  `)]
  return { from: colon + 1, to: colon + 1, text: lines.join('\n') }
}

const isBlank = (node: unknown): boolean =>
  node === null || node === undefined || (isScalar(node) && node.value === null)

/** The blanks that a thing is indented by, also behind the dash of a list. */
const columnOf = (text: string, offset: number): string =>
  ' '.repeat(offset - lineStart(text, offset))

const endOf = (key: unknown): number => (isScalar(key) ? key.range?.[1] : undefined) ?? 0
