import type { Located } from '../../golang/json/value.ts'
import { LineTable, type Place } from '../../golang/line-table.ts'
import type { ConfigNote, ConfigReport } from '../config-report.ts'
import { appliedDocuments } from '../manifests/documents.ts'
import type { CalicoCluster } from './cluster-config.ts'
import type { FelixConfig } from './felix-config.ts'
import type { IpPool } from './ip-pool.ts'
import {
  type CalicoDocument,
  type CalicoKind,
  isCalicoKind,
  type Resource,
  readDocument,
} from './read-document.ts'
import { readFelix } from './read-felix.ts'
import { readPool } from './read-pool.ts'
import type { Refusal } from './refusal.ts'
import { newestVersion, parseVersion } from './version.ts'

/** What a stream of manifests has brought about. */
export interface AppliedStream {
  readonly cluster: CalicoCluster
  /** Of the first document that was refused. */
  readonly error: ConfigReport['error']
  readonly notes: readonly ConfigNote[]
}

const EMPTY: CalicoCluster = { pools: [], felix: new Map(), version: newestVersion() }

/** A stream over the one before it, of which refused documents keep what they were. */
export function readStream(text: string, inForce: string | null): AppliedStream {
  const before = inForce === null ? EMPTY : apply(inForce, EMPTY).cluster
  return apply(text, before)
}

function apply(text: string, before: CalicoCluster): AppliedStream {
  const lines = new LineTable(text)
  const documents = appliedDocuments(text).map(({ text: own, offset }) => ({
    document: readDocument(own),
    place: (at: number): Place => lines.at(offset + at),
  }))
  const stream = new Stream(
    before,
    documents.map(({ document }) => document),
  )
  for (const { document, place } of documents) stream.take(document, place)
  return stream.result()
}

/** Documents applied one after the other. */
class Stream {
  private readonly pools: Map<string, IpPool>
  private readonly felix: Map<string, FelixConfig>
  private version = newestVersion()
  private error: ConfigReport['error'] = null
  private readonly notes: ConfigNote[] = []

  /** What the stream still names is there before its document's turn comes. */
  constructor({ pools, felix }: CalicoCluster, documents: readonly CalicoDocument[]) {
    const named = new Set(documents.map(nameOf))
    // Of a document that does not even tell its name, nobody knows what it replaces.
    const stays = (kind: CalicoKind, name: string): boolean =>
      named.has(`${kind} ${name}`) || named.has(null)
    const stayingPools = pools.filter(({ name }) => stays('IPPool', name))
    this.pools = new Map(stayingPools.map((pool) => [pool.name, pool]))
    this.felix = new Map([...felix].filter(([name]) => stays('FelixConfiguration', name)))
  }

  take(document: CalicoDocument, place: (at: number) => Place): void {
    if (document.is === 'foreign') return
    if (document.is === 'refused') this.refuse(document.refusal, place)
    else if (document.is === 'version') this.takeVersion(document, place)
    else this.takeResource(document.resource, place)
  }

  private takeResource(resource: Resource, place: (at: number) => Place): void {
    const at = ({ start }: Located): Place => place(start)
    if (resource.kind === 'IPPool') {
      const own = this.pools.get(resource.name) ?? null
      const others = [...this.pools.values()].filter((pool) => pool !== own)
      const pool = readPool(resource, { own, others }, at)
      if (pool.ok) this.pools.set(resource.name, pool.value)
      else this.refuse(pool.error, place)
      return
    }
    const felix = readFelix(resource, at)
    if (!felix.ok) this.refuse(felix.error, place)
    else if (/^(default$|node\.)/.test(resource.name)) this.felix.set(resource.name, felix.value)
    else this.noteName(resource, place)
  }

  /** Felix asks for two names only. Source: libcalico-go, updateprocessors/felixconfigprocessor.go. */
  private noteName({ name, root }: Resource, place: (at: number) => Place): void {
    const params = { what: 'name', found: name, expected: 'default' }
    this.notes.push({ code: 'wrong-name', line: place(root.start).line, params })
  }

  private takeVersion(
    { text, offset }: Extract<CalicoDocument, { is: 'version' }>,
    place: (at: number) => Place,
  ): void {
    const version = parseVersion(text)
    if (version) this.version = version
    else this.notes.push({ code: 'version-unknown', line: place(offset).line, params: { text } })
  }

  private refuse({ by, text, offset }: Refusal, place: (at: number) => Place): void {
    this.error ??= { by, text, ...place(offset) }
  }

  result(): AppliedStream {
    const { felix, version, error, notes } = this
    return { cluster: { pools: [...this.pools.values()], felix, version }, error, notes }
  }
}

/** Null: it cannot be told. */
function nameOf(document: CalicoDocument): string | null {
  if (document.is === 'resource') return `${document.resource.kind} ${document.resource.name}`
  if (document.is !== 'refused') return ''
  const { kind, name } = document
  return isCalicoKind(kind) && name !== '' ? `${kind} ${name}` : null
}
