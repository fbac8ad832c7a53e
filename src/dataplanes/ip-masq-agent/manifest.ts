import type { Located } from '../../golang/json/value.ts'
import type { LineTable } from '../../golang/line-table.ts'
import { readYamlOrJson } from '../../golang/read-yaml-or-json.ts'
import { composeYaml } from '../../golang/yaml/compose.ts'
import type { YamlNode } from '../../golang/yaml/node.ts'
import { err, ok, type Result } from '../../net/result.ts'
import type { ConfigNote } from '../config-report.ts'
import { refuseConfigMap } from '../manifests/config-map.ts'
import type { ManifestDocument } from '../manifests/documents.ts'
import { memberOf, textAt } from '../manifests/json-path.ts'
import { unparsable } from '../manifests/kubectl.ts'
import { scalarOffsets } from '../manifests/scalar-offsets.ts'
import type { ConfigFile } from './config-file.ts'

/** What comes of one document once it is applied. */
export type Delivery =
  /** The agent finds this file. */
  | { readonly kind: 'file'; readonly file: ConfigFile }
  /** It is accepted, and the agent sees nothing of it. */
  | { readonly kind: 'elsewhere'; readonly note: ConfigNote }

/** Which ConfigMap, and which key of it, becomes the agent's file: the volume of its DaemonSet says so. */
export interface Mount {
  readonly namespace: string
  readonly name: string
  readonly key: string
}

/** What the agent's own manifest mounts. Source: ip-masq-agent v2.10.0, ip-masq-agent.yaml. */
export const USUAL_MOUNT: Mount = { namespace: 'kube-system', name: 'ip-masq-agent', key: 'config' }

const KIND = 'ConfigMap'

/** A text that cannot be read counts as a manifest if it looks like one. */
export function isManifest(text: string): boolean {
  const document = composeYaml(text)
  if (!document.ok) return /^["']?(?:apiVersion|kind|metadata)["']?[ \t]*:/m.test(text)
  const { root } = document.value
  const has = (key: string): boolean => nodeAt(root, [key]) !== null
  return has('kind') || (has('apiVersion') && has('metadata'))
}

/** What stands under these keys, or a line of that key where the text cannot be read; empty: nothing. */
export function fieldOf(text: string, path: readonly string[]): string {
  const document = composeYaml(text)
  if (document.ok) {
    const node = nodeAt(document.value.root, path)
    return node?.kind === 'scalar' ? node.value : ''
  }
  const indent = path.length > 1 ? '[ \\t]+' : ''
  const line = new RegExp(`^${indent}["']?${path.at(-1)}["']?[ \\t]*:[ \\t]*["']?([\\w.-]+)`, 'm')
  return line.exec(text)?.[1] ?? ''
}

/** Is a document that kubectl refuses the agent's ConfigMap, as far as one can tell? */
export function isRefusedConfig({ text }: ManifestDocument, { name }: Mount): boolean {
  const [kind, own] = [fieldOf(text, ['kind']), fieldOf(text, ['metadata', 'name'])]
  return (kind === '' || kind === KIND) && (own === '' || own === name || own.includes('masq'))
}

/** What kubectl, or the API server, says. */
export interface ManifestError {
  readonly text: string
  /** UTF-16 units from the start of the whole text. */
  readonly offset: number
}

/** One document of the text whose lines are `lines`. Null: nothing but comments, or not the agent's. */
export function readManifest(
  { text, offset }: ManifestDocument,
  lines: LineTable,
  mount: Mount,
): Result<Delivery | null, ManifestError> {
  const document = readYamlOrJson(text)
  if (!document.ok) {
    const { text: why, offset: at } = document.error
    return err({ text: unparsable(FILE, text, why, at), offset: offset + at })
  }
  const { root } = document.value
  if (root.value.kind === 'null') return ok(null)
  const refusal = refuseConfigMap(root, FILE)
  if (refusal !== null) return err({ ...refusal, offset: offset + refusal.offset })
  const misplaced = findMisplaced(root, mount)
  if (misplaced !== null) {
    if (!looksLikeConfig(root, mount)) return ok(null)
    const { what, found, at } = misplaced
    const params = { what, found, expected: expectedOf(what, mount) }
    const note = { code: 'wrong-name', line: lines.at(offset + at).line, params } as const
    return ok({ kind: 'elsewhere', note })
  }
  const value = textAt(root, ['data', mount.key]) ?? ''
  const path = ['data', mount.key]
  return ok({ kind: 'file', file: innerFile({ text, offset }, path, value, lines) })
}

/** kubectl names the file it was given. */
const FILE = 'configmap.yaml'

interface Misplaced {
  readonly what: 'kind' | keyof Mount
  readonly found: string
  readonly at: number
}

const expectedOf = (what: Misplaced['what'], mount: Mount): string =>
  what === 'kind' ? KIND : mount[what]

/** The first thing that keeps the agent from finding its file; nobody complains of it. */
function findMisplaced(root: Located, mount: Mount): Misplaced | null {
  const metadata = memberOf(root, 'metadata')?.at ?? root
  const kind = memberOf(root, 'kind')?.at ?? root
  const found = {
    kind: textAt(root, ['kind']) ?? '',
    namespace: textAt(root, ['metadata', 'namespace']) ?? 'default',
    name: textAt(root, ['metadata', 'name']) ?? '',
  }
  const at = {
    kind: kind.start,
    namespace: memberOf(metadata, 'namespace')?.at.start ?? metadata.start,
    name: memberOf(metadata, 'name')?.at.start ?? metadata.start,
  }
  for (const what of ['kind', 'name', 'namespace'] as const) {
    if (found[what] !== expectedOf(what, mount)) return { what, found: found[what], at: at[what] }
  }
  const data = memberOf(root, 'data')?.at
  if (data !== undefined && memberOf(data, mount.key) !== null) return null
  const keys = data?.value.kind === 'object' ? data.value.members.map(({ key }) => key) : []
  return { what: 'key', found: keys.join(', '), at: (data ?? root).start }
}

/** Was it meant for the agent? Manifests of other systems stand in the same stream. */
function looksLikeConfig(root: Located, { name, key }: Mount): boolean {
  const own = textAt(root, ['metadata', 'name']) ?? ''
  if (textAt(root, ['kind']) !== KIND) return textAt(root, ['data', key]) !== null
  if (own === name || own.includes('masq')) return true
  const data = memberOf(root, 'data')?.at.value
  const members = data?.kind === 'object' ? data.members : []
  return members.some(
    ({ at }) =>
      at.value.kind === 'string' && /nonMasqueradeCIDRs|masqLinkLocal/i.test(at.value.value),
  )
}

function innerFile(
  { text, offset }: ManifestDocument,
  path: readonly string[],
  value: string,
  lines: LineTable,
): ConfigFile {
  const document = composeYaml(text)
  const node = document.ok ? nodeAt(document.value.root, path) : null
  if (node?.kind !== 'scalar') {
    return { text: value, place: () => lines.at(offset + (node?.start ?? 0)) }
  }
  let offsets: readonly number[] | null = null
  return {
    text: value,
    place: (at) => {
      offsets ??= scalarOffsets(text, node)
      return lines.at(offset + (offsets[at] ?? node.end))
    },
  }
}

/** The node under these keys; of two equal keys the later one counts. */
export function nodeAt(root: YamlNode | null, path: readonly string[]): YamlNode | null {
  let node = root
  for (const key of path) {
    if (node?.kind !== 'mapping') return null
    const pair = node.pairs.findLast((each) => each.key.kind === 'scalar' && each.key.value === key)
    node = pair?.value ?? null
  }
  return node
}
