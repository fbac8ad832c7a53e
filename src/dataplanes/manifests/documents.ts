import { composeYaml } from '../../golang/yaml/compose.ts'
import type { YamlNode } from '../../golang/yaml/node.ts'

/** One document of what `kubectl apply -f` is given. */
export interface ManifestDocument {
  readonly text: string
  /** Of its first character: UTF-16 units from the start of the whole text. */
  readonly offset: number
}

/**
 * The documents of a text, as kubectl parts them: at lines that are `---` and nothing else.
 * Source: k8s.io/apimachinery v0.28, pkg/util/yaml/decoder.go, YAMLReader.
 */
export function splitDocuments(text: string): readonly ManifestDocument[] {
  const documents: ManifestDocument[] = []
  let offset = 0
  for (const { index, 0: line } of text.matchAll(/^---[ \t]*(?:\r?\n|$)/gm)) {
    documents.push({ text: text.slice(offset, index), offset })
    offset = index + line.length
  }
  documents.push({ text: text.slice(offset), offset })
  return documents.filter((document) => document.text !== '')
}

/**
 * What is applied: of a list, as `kubectl get -o yaml` prints one, each of its items. Offsets into a
 * piece are offsets into the text it was cut from, so the dash before an item becomes a space.
 */
export const appliedDocuments = (text: string): readonly ManifestDocument[] =>
  splitDocuments(text).flatMap((document) => itemsOf(document) ?? [document])

/** Null where the document is no list. */
function itemsOf({ text, offset }: ManifestDocument): readonly ManifestDocument[] | null {
  if (!/^kind:[ \t]*["']?\w*List\b/m.test(text)) return null
  const document = composeYaml(text)
  const items = document.ok ? memberOf(document.value.root, 'items') : null
  if (items?.kind !== 'sequence') return null
  return items.items.map(({ start, end }) => {
    const line = text.lastIndexOf('\n', start - 1) + 1
    const dash = /^([ \t]*)-[ \t]+$/.exec(text.slice(line, start))
    if (!dash) return { text: text.slice(start, end), offset: offset + start }
    const item = text.slice(start, endOfItem(text, start, dash[1]?.length ?? 0))
    return { text: ' '.repeat(start - line) + item, offset: offset + line }
  })
}

/** Where the first line begins that is not indented further than the item's dash. */
function endOfItem(text: string, start: number, dash: number): number {
  const next = new RegExp(`\\n(?! {${dash + 1}}|[ \\t]*(?:\\r?\\n|$))`, 'g')
  next.lastIndex = start
  const found = next.exec(text)
  return found ? found.index + 1 : text.length
}

function memberOf(root: YamlNode | null, key: string): YamlNode | null {
  if (root?.kind !== 'mapping') return null
  return (
    root.pairs.find((pair) => pair.key.kind === 'scalar' && pair.key.value === key)?.value ?? null
  )
}
