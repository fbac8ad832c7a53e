import { fieldName } from '../../golang/json/decode-struct.ts'
import { composeYaml, type YamlDocument } from '../../golang/yaml/compose.ts'
import type { MappingNode, YamlNode } from '../../golang/yaml/node.ts'
import { addLines, type TextEdit } from './text-edit.ts'

const KEY = 'masqLinkLocal'
const FIELDS = new Map([[KEY, KEY]])

/** Is this the key, in whatever letter case? */
export const isMasqLinkLocal = (key: string): boolean => fieldName(key, FIELDS) === KEY

/**
 * What to change in a config file so that `masqLinkLocal` is `value`: every spelling of the key gets
 * it, or else the key is added. Null where the text gives no place for it.
 */
export function editConfig(text: string, value: boolean): readonly TextEdit[] | null {
  const document = composeYaml(text)
  if (!document.ok) return null
  const { root } = document.value
  if (root?.kind !== 'mapping') return addAlone(text, document.value, value)
  const pairs = root.pairs.filter(({ key }) => key.kind === 'scalar' && isMasqLinkLocal(key.value))
  if (pairs.length > 0) return pairs.map((pair) => replaceValue(text, pair, value))
  const [first] = root.pairs
  if (root.flow || first === undefined) return addToBraces(text, root, value)
  const indent = ' '.repeat(columnOf(text, first.key.start))
  return [addLines(text, endOf(root), [`${indent}${KEY}: ${value}`])]
}

function replaceValue(
  text: string,
  { key, value: node }: MappingNode['pairs'][number],
  value: boolean,
): TextEdit {
  const written = text.slice(node.start, node.end).trimEnd()
  if (written !== '') {
    return { from: node.start, to: node.start + written.length, text: String(value) }
  }
  const colon = text.slice(key.end, node.start).includes(':')
  const at = colon ? key.end + text.slice(key.end).indexOf(':') + 1 : key.end
  return { from: at, to: at, text: `${colon ? '' : ':'} ${value}` }
}

/** JSON wants quotes around a key, and YAML allows them. */
function addToBraces(text: string, root: MappingNode, value: boolean): readonly TextEdit[] {
  const at = text.indexOf('{', root.start) + 1
  const comma = root.pairs.length > 0 ? ', ' : ''
  return [{ from: at, to: at, text: `"${KEY}": ${value}${comma}` }]
}

/** A document of nothing, or of comments. */
function addAlone(
  text: string,
  { root }: YamlDocument,
  value: boolean,
): readonly TextEdit[] | null {
  const line = `${KEY}: ${value}`
  if (root === null) return [addLines(text, text.length, [line])]
  if (root.kind !== 'scalar' || !/^(?:~|null|Null|NULL|)$/.test(root.value)) return null
  if (root.end > root.start) return [{ from: root.start, to: root.end, text: line }]
  return [addLines(text, root.start, [line])]
}

const columnOf = (text: string, offset: number): number =>
  offset - Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) - 1

/** Where the last thing ends that belongs to a node. */
export function endOf(node: YamlNode): number {
  let end = node.end
  const waiting: YamlNode[] = [node]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    end = Math.max(end, next.end)
    const last = next.kind === 'sequence' ? next.items.at(-1) : undefined
    if (last !== undefined) waiting.push(last)
    const pair = next.kind === 'mapping' ? next.pairs.at(-1) : undefined
    if (pair !== undefined) waiting.push(pair.key, pair.value)
  }
  return end
}
