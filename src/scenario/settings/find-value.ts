import {
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLMap,
} from 'yaml'
import type { Setting } from '../../dataplanes/setting.ts'
import {
  containerOf,
  documentsOf,
  findManifest,
  isBareFile,
  type Manifest,
  READING,
  startOf,
} from './stream.ts'

type Place = Exclude<Setting['place'], { readonly in: 'cluster' }>

/** What stands at a setting's place in the manifests; `offset` is in the stream's text. */
export type Found =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'value'; readonly value: unknown; readonly offset: number }

const ABSENT: Found = { kind: 'absent' }
const UNREADABLE: Found = { kind: 'unreadable' }

export function findValue(text: string, place: Place): Found {
  const documents = documentsOf(text)
  if (place.in === 'file' && isBareFile(documents)) return inBareFile(documents, place.path)
  const manifest = findManifest(documents, place.manifest)
  if (manifest === 'unreadable') return UNREADABLE
  if (manifest === null) return ABSENT
  switch (place.in) {
    case 'manifest':
      return valueAt(manifest.contents, place.path, exactly)
    case 'file':
      return inFile(text, manifest, place)
    case 'argument':
      return inArguments(manifest, place)
    case 'environment':
      return inEnvironment(manifest, place)
  }
}

type SameKey = (a: string, b: string) => boolean

export const exactly: SameKey = (a, b) => a === b

/** Go's JSON decoder finds a field in any letter case. */
export const inAnyCase: SameKey = (a, b) => a.toLowerCase() === b.toLowerCase()

/** Of a key that stands twice the last one counts. */
export const pairsOf = (
  map: YAMLMap,
  key: string,
  same: SameKey,
): readonly Pair<unknown, unknown>[] =>
  map.items.filter(
    (pair) => isPair(pair) && isScalar(pair.key) && same(String(pair.key.value), key),
  )

function valueAt(root: unknown, path: readonly string[], same: SameKey): Found {
  let node: unknown = root
  for (const key of path) {
    if (isEmpty(node)) return ABSENT
    if (!isMap(node)) return UNREADABLE
    node = pairsOf(node, key, same).at(-1)?.value
  }
  return foundIn(node)
}

function foundIn(node: unknown): Found {
  if (isEmpty(node)) return ABSENT
  if (isScalar(node)) return { kind: 'value', value: node.value, offset: startOf(node) }
  if (isSeq(node)) return { kind: 'value', value: node.toJSON(), offset: startOf(node) }
  return UNREADABLE
}

const isEmpty = (node: unknown): boolean =>
  node === null || node === undefined || (isScalar(node) && node.value === null)

function inBareFile([first]: readonly Manifest[], path: readonly string[]): Found {
  return first === undefined ? ABSENT : valueAt(first.contents, path, inAnyCase)
}

function inFile(
  text: string,
  manifest: Manifest,
  { key, path }: Extract<Place, { readonly in: 'file' }>,
): Found {
  const file = fileNode(manifest, key)
  if (file === null) return ABSENT
  if (file === 'unreadable') return UNREADABLE
  const inner = parseDocument(file.value, READING)
  if (inner.errors.length > 0) return UNREADABLE
  const found = valueAt(inner.contents, path, inAnyCase)
  return found.kind === 'value'
    ? { ...found, offset: offsetInFile(text, file, found.offset) }
    : found
}

/** The text that a ConfigMap holds under a key of its `data`. */
export function fileNode(
  { contents }: Manifest,
  key: string,
): Scalar<string> | 'unreadable' | null {
  const data = isMap(contents) ? contents.get('data', true) : null
  const node: unknown = isMap(data) ? data.get(key, true) : data
  if (isEmpty(node)) return null
  return isScalar(node) && typeof node.value === 'string' ? (node as Scalar<string>) : 'unreadable'
}

/** Line by line in a block; in a text of one line the line is what counts. */
function offsetInFile(text: string, file: Scalar<string>, offset: number): number {
  const start = startOf(file)
  if (file.type !== 'BLOCK_LITERAL') return start
  const lines = file.value.slice(0, offset).split('\n').length
  let at = start
  for (let i = 0; i < lines; i += 1) at = text.indexOf('\n', at) + 1
  return at
}

function inArguments(
  manifest: Manifest,
  { container, name }: Extract<Place, { readonly container: string }>,
): Found {
  const args = containerOf(manifest, container)?.get('args', true)
  if (isEmpty(args)) return ABSENT
  if (!isSeq(args)) return UNREADABLE
  const given = args.items.findLast((item) => isScalar(item) && isFlag(item.value, name))
  if (!isScalar(given)) return ABSENT
  const [, value = 'true'] = /^[^=]*=(.*)$/s.exec(String(given.value)) ?? []
  return { kind: 'value', value, offset: startOf(given) }
}

/** Go takes one dash or two. */
export const isFlag = (text: unknown, name: string): boolean =>
  /^--?([^=]+)/.exec(String(text))?.[1] === name

function inEnvironment(
  manifest: Manifest,
  { container, name }: Extract<Place, { readonly container: string }>,
): Found {
  const env = containerOf(manifest, container)?.get('env', true)
  if (isEmpty(env)) return ABSENT
  if (!isSeq(env)) return UNREADABLE
  const given = env.items.findLast((item) => isMap(item) && item.get('name') === name)
  if (!isMap(given)) return ABSENT
  if (given.has('valueFrom')) return UNREADABLE
  const value: unknown = given.get('value', true)
  return isEmpty(value) ? { kind: 'value', value: '', offset: startOf(given) } : foundIn(value)
}
