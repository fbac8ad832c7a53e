import type { Located } from '../../golang/json/value.ts'
import { LineTable, type Place } from '../../golang/line-table.ts'
import { readYamlOrJson, type TextError } from '../../golang/read-yaml-or-json.ts'
import { composeYaml } from '../../golang/yaml/compose.ts'
import type { ConfigNote } from '../config-report.ts'
import { nodeAt } from '../ip-masq-agent/manifest.ts'
import { refuseConfigMap } from '../manifests/config-map.ts'
import { appliedDocuments, type ManifestDocument } from '../manifests/documents.ts'
import { memberOf, textAt } from '../manifests/json-path.ts'
import { unparsable } from '../manifests/kubectl.ts'
import { scalarOffsets } from '../manifests/scalar-offsets.ts'
import { helmMasqConfig, helmOptions, isHelmValues } from './helm-values.ts'
import type { MasqSource } from './masq-map.ts'
import type { WrittenOption, WrittenOptions } from './options.ts'

/** What of a stream of manifests concerns Cilium. */
export interface CiliumStream {
  /** Null: no document says how the agent is to start. */
  readonly options: {
    readonly written: WrittenOptions
    /** Where the document begins. */
    readonly place: Place
  } | null
  /** The file of Cilium's ip-masq-agent; null: there is none. */
  readonly masq: MasqSource | null
  /** Documents of kinds that are read elsewhere, in order. */
  readonly resources: readonly Resource[]
  /** The first document that is no YAML, in kubectl's words. */
  readonly error: { readonly text: string; readonly place: Place } | null
  readonly notes: readonly ConfigNote[]
}

export interface Resource {
  readonly kind: string
  readonly name: string
  readonly root: Located
  readonly place: (at: Located) => Place
}

interface Reading {
  readonly document: ManifestDocument
  readonly root: Located
  readonly lines: LineTable
}

/** Applied in order: of two documents of one name the later one stands. */
export function readStream(text: string): CiliumStream {
  const lines = new LineTable(text)
  let stream: CiliumStream = { options: null, masq: null, resources: [], error: null, notes: [] }
  for (const document of appliedDocuments(text)) stream = apply(stream, document, lines)
  return stream
}

function apply(stream: CiliumStream, document: ManifestDocument, lines: LineTable): CiliumStream {
  const read = readYamlOrJson(document.text)
  const error = read.ok
    ? refusal(read.value.root)
    : { ...read.error, text: unparsable(FILE, document.text, read.error.text, read.error.offset) }
  if (error !== null && concerns(document.text)) {
    const place = lines.at(document.offset + error.offset)
    return { ...stream, error: stream.error ?? { text: error.text, place } }
  }
  if (!read.ok || read.value.root.value.kind !== 'object') return stream
  return take(stream, { document, root: read.value.root, lines })
}

/** Values of the chart are not what kubectl is given. */
const refusal = (root: Located): TextError | null =>
  ['kind', 'apiVersion', 'metadata'].some((key) => memberOf(root, key) !== null)
    ? refuseConfigMap(root, FILE)
    : null

/** kubectl names the file that it was given. */
const FILE = 'manifests.yaml'

/** Whether a text that cannot be read was meant for Cilium. */
const concerns = (text: string): boolean =>
  /cilium|ip-masq-agent|nonMasqueradeCIDRs|routing-mode|native-routing-cidr|-masquerade/i.test(
    text,
  ) || !/^kind:/m.test(text)

function take(stream: CiliumStream, reading: Reading): CiliumStream {
  const { root } = reading
  if (isHelmValues(root)) return takeValues(stream, reading)
  const kind = textAt(root, ['kind']) ?? ''
  if (kind === 'ConfigMap') return takeConfigMap(stream, reading)
  if (!RESOURCES.has(kind)) return stream
  const resource: Resource = {
    kind,
    name: textAt(root, ['metadata', 'name']) ?? '',
    root,
    place: placer(reading),
  }
  const others = stream.resources.filter(
    (other) => other.kind !== kind || other.name !== resource.name,
  )
  return { ...stream, resources: [...others, resource] }
}

const RESOURCES = new Set([
  'CiliumEgressGatewayPolicy',
  'CiliumPodIPPool',
  'CiliumNode',
  'Node',
  'Pod',
])

const placer =
  ({ document, lines }: Reading) =>
  (at: Located): Place =>
    lines.at(document.offset + at.start)

function takeValues(stream: CiliumStream, reading: Reading): CiliumStream {
  const place = placer(reading)
  const written = new Map(
    helmOptions(reading.root).map(({ name, text, at }) => [name, { text, place: place(at) }]),
  )
  const config = helmMasqConfig(reading.root)
  const masq: MasqSource | null = config && {
    kind: 'values',
    root: config,
    place: (offset) => reading.lines.at(reading.document.offset + offset),
  }
  return { ...stream, options: { written, place: place(reading.root) }, masq: masq ?? stream.masq }
}

function takeConfigMap(stream: CiliumStream, reading: Reading): CiliumStream {
  const { root } = reading
  const name = textAt(root, ['metadata', 'name']) ?? ''
  const namespace = textAt(root, ['metadata', 'namespace']) ?? 'default'
  if (name !== 'cilium-config' && name !== 'ip-masq-agent') {
    return /cilium|masq/.test(name) ? misplaced(stream, reading, 'name', name) : stream
  }
  if (namespace !== 'kube-system') return misplaced(stream, reading, 'namespace', namespace)
  return name === 'cilium-config'
    ? { ...stream, options: { written: dataOf(reading), place: placer(reading)(root) } }
    : takeMasqFile(stream, reading)
}

function misplaced(
  stream: CiliumStream,
  reading: Reading,
  what: 'name' | 'namespace' | 'key',
  found: string,
): CiliumStream {
  const metadata = memberOf(reading.root, what === 'key' ? 'data' : 'metadata')?.at ?? reading.root
  const at = memberOf(metadata, what)?.at ?? metadata
  const { line } = placer(reading)(at)
  const expected = { name: 'cilium-config', namespace: 'kube-system', key: 'config' }[what]
  const note: ConfigNote = { code: 'wrong-name', line, params: { what, found, expected } }
  return { ...stream, notes: [...stream.notes, note] }
}

/** All values of a ConfigMap are texts; others the server refuses, and nobody reads them. */
function dataOf(reading: Reading): WrittenOptions {
  const data = memberOf(reading.root, 'data')?.at.value
  const members = data?.kind === 'object' ? data.members : []
  return new Map(
    members.flatMap(({ key, at }): [string, WrittenOption][] =>
      at.value.kind === 'string'
        ? [[key, { text: at.value.value, place: placer(reading)(at) }]]
        : [],
    ),
  )
}

function takeMasqFile(stream: CiliumStream, reading: Reading): CiliumStream {
  const { root, document, lines } = reading
  const text = textAt(root, ['data', 'config'])
  if (text === null) {
    const data = memberOf(root, 'data')?.at.value
    const keys = data?.kind === 'object' ? data.members.map(({ key }) => key) : []
    return misplaced(stream, reading, 'key', keys.join(', '))
  }
  const composed = composeYaml(document.text)
  const node = composed.ok ? nodeAt(composed.value.root, ['data', 'config']) : null
  const offsets = node?.kind === 'scalar' ? scalarOffsets(document.text, node) : []
  const place = (offset: number): Place =>
    lines.at(document.offset + (offsets[offset] ?? node?.end ?? 0))
  return { ...stream, masq: { kind: 'file', file: { text, place } } }
}
