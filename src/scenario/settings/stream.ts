import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  parseAllDocuments,
  type YAMLMap,
} from 'yaml'
import type { ManifestName } from '../../dataplanes/setting.ts'

/** One document of a stream; offsets of its nodes are those of the whole stream. */
export type Manifest = Document.Parsed<ParsedNode>

/** Go's reader follows YAML 1.1 in what `yes` and `on` are, and lets a key stand twice. */
export const READING = {
  version: '1.1',
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const

export function documentsOf(text: string): readonly Manifest[] {
  const documents = parseAllDocuments(text, READING)
  return 'empty' in documents ? [] : documents
}

/**
 * The document of that kind and name; the first of its kind where no name is told. `unreadable`: it is
 * broken, or a broken one might be it. Null: it is not there.
 */
export function findManifest(
  documents: readonly Manifest[],
  name: ManifestName,
): Manifest | 'unreadable' | null {
  const found = documents.find((document) => isNamed(document, name))
  if (found !== undefined) return found.errors.length > 0 ? 'unreadable' : found
  const nameless = ({ errors, contents }: Manifest) =>
    errors.length > 0 && !(isMap(contents) && contents.has('kind'))
  return documents.some(nameless) ? 'unreadable' : null
}

function isNamed({ contents }: Manifest, { kind, name }: ManifestName): boolean {
  if (!isMap(contents) || (contents as YAMLMap).get('kind') !== kind) return false
  return name === null || contents.getIn(['metadata', 'name']) === name
}

/** A text without a single manifest in it is the file itself: agents' documents are pasted so. */
export const isBareFile = (documents: readonly Manifest[]): boolean =>
  documents.some(({ contents }) => isMap(contents)) &&
  documents.every(
    ({ contents, errors }) =>
      errors.length === 0 &&
      !(isMap(contents) && (contents.has('kind') || contents.has('apiVersion'))),
  )

/** The containers of a workload that go by this name. */
export function containerOf({ contents }: Manifest, name: string) {
  if (!isMap(contents)) return null
  const containers = contents.getIn(['spec', 'template', 'spec', 'containers'])
  if (!isSeq(containers)) return null
  const found = containers.items.find((item) => isMap(item) && item.get('name') === name)
  return isMap(found) ? found : null
}

/** Where a node begins in the text that it was read from. */
export const startOf = (node: unknown): number =>
  (isMap(node) || isSeq(node) || isScalar(node) ? node.range?.[0] : undefined) ?? 0
