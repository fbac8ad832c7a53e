import { parseGoCidr } from '../../golang/go-cidr.ts'
import type { Located } from '../../golang/json/value.ts'
import { LineTable } from '../../golang/line-table.ts'
import { readYamlOrJson } from '../../golang/read-yaml-or-json.ts'
import type { Cidr } from '../../net/cidr.ts'
import { PROTOCOLS } from '../../net/protocol.ts'
import type { ConfigNote } from '../config-report.ts'
import { appliedDocuments } from '../manifests/documents.ts'
import { memberOf, textAt } from '../manifests/json-path.ts'
import { type LabelSelector, readSelector } from '../manifests/label-selector.ts'

/** A NetworkPolicy as the API server keeps it. Source: k8s.io/api networking/v1, NetworkPolicySpec. */
export interface NetworkPolicy {
  readonly name: string
  readonly namespace: string
  readonly pods: LabelSelector
  /** Null: it is not about that way. */
  readonly ingress: readonly PolicyRule[] | null
  readonly egress: readonly PolicyRule[] | null
}

export interface PolicyRule {
  /** Null: anybody. */
  readonly peers: readonly Peer[] | null
  /** Null: every port. */
  readonly ports: readonly PolicyPort[] | null
}

export interface Peer {
  readonly block: { readonly range: Cidr; readonly except: readonly Cidr[] } | null
  /** Null beside `namespaces`: every Pod of those. */
  readonly pods: LabelSelector | null
  /** Null: the policy's own namespace. */
  readonly namespaces: LabelSelector | null
}

export interface PolicyPort {
  readonly protocol: number
  /** `named`: a port of the container by its name, which no scenario tells. */
  readonly ports: readonly [lo: number, hi: number] | 'named' | null
}

/** Of two policies of one name the later one stands; what cannot be read is refused, and told. */
export function readPolicies(text: string): {
  readonly policies: readonly NetworkPolicy[]
  readonly notes: readonly ConfigNote[]
} {
  const lines = new LineTable(text)
  const policies = new Map<string, NetworkPolicy>()
  const notes: ConfigNote[] = []
  for (const document of appliedDocuments(text)) {
    const read = readYamlOrJson(document.text)
    if (!read.ok || !isPolicy(read.value.root)) continue
    const { root } = read.value
    const name = textAt(root, ['metadata', 'name']) ?? ''
    const { line } = lines.at(document.offset + root.start)
    const wrong: string[] = []
    const policy = readPolicy(root, name, wrong)
    const [message] = name === '' ? ['metadata.name: Required value'] : wrong
    if (message === undefined) policies.set(`${policy.namespace}/${name}`, policy)
    else notes.push({ code: 'network-policy-refused', line, params: { name, message } })
  }
  return { policies: [...policies.values()], notes }
}

const isPolicy = (root: Located): boolean =>
  root.value.kind === 'object' &&
  textAt(root, ['kind']) === 'NetworkPolicy' &&
  textAt(root, ['apiVersion']) === 'networking.k8s.io/v1'

function readPolicy(root: Located, name: string, wrong: string[]): NetworkPolicy {
  const spec = memberOf(root, 'spec')?.at ?? null
  const types = itemsAt(spec, 'policyTypes').map(({ value }) =>
    value.kind === 'string' ? value.value : '',
  )
  const rules = (way: 'ingress' | 'egress', peers: 'from' | 'to') =>
    itemsAt(spec, way).map((rule) => readRule(rule, peers, wrong))
  const egress = rules('egress', 'to')
  // Without policyTypes it is about what comes in, and about what goes out where it has rules for that.
  const isAbout = (type: 'Ingress' | 'Egress', byDefault: boolean): boolean =>
    types.length > 0 ? types.includes(type) : byDefault
  return {
    name,
    namespace: textAt(root, ['metadata', 'namespace']) || 'default',
    pods: readSelector(spec && (memberOf(spec, 'podSelector')?.at ?? null)),
    ingress: isAbout('Ingress', true) ? rules('ingress', 'from') : null,
    egress: isAbout('Egress', egress.length > 0) ? egress : null,
  }
}

function itemsAt(at: Located | null, key: string): readonly Located[] {
  const list = at && memberOf(at, key)?.at.value
  return list?.kind === 'array' ? list.items : []
}

function readRule(rule: Located, key: 'from' | 'to', wrong: string[]): PolicyRule {
  const peers = itemsAt(rule, key).map((peer) => readPeer(peer, wrong))
  const ports = itemsAt(rule, 'ports').map(readPort)
  return { peers: peers.length > 0 ? peers : null, ports: ports.length > 0 ? ports : null }
}

function readPeer(peer: Located, wrong: string[]): Peer {
  const selector = (key: string): LabelSelector | null => {
    const at = memberOf(peer, key)?.at
    return at ? readSelector(at) : null
  }
  const block = memberOf(peer, 'ipBlock')?.at
  const range = block ? readRange(textAt(block, ['cidr']) ?? '', wrong) : null
  const except = itemsAt(block ?? null, 'except').flatMap(({ value }) =>
    value.kind === 'string' ? (readRange(value.value, wrong) ?? []) : [],
  )
  return {
    block: range && { range, except },
    pods: selector('podSelector'),
    namespaces: selector('namespaceSelector'),
  }
}

function readRange(text: string, wrong: string[]): Cidr | null {
  const read = parseGoCidr(text)
  if (read.ok) return read.value.network
  wrong.push(`Invalid value: "${text}": not a valid CIDR`)
  return null
}

function readPort(at: Located): PolicyPort {
  const names = { TCP: PROTOCOLS.tcp, UDP: PROTOCOLS.udp, SCTP: PROTOCOLS.sctp }
  const protocol = textAt(at, ['protocol']) ?? 'TCP'
  const port = memberOf(at, 'port')?.at.value
  const end = memberOf(at, 'endPort')?.at.value
  const lo = port?.kind === 'number' ? Number(port.text) : null
  const unnumbered = port?.kind === 'string' ? 'named' : null
  const hi = end?.kind === 'number' ? Number(end.text) : lo
  return {
    protocol: protocol === 'UDP' || protocol === 'SCTP' ? names[protocol] : names.TCP,
    ports: lo !== null && hi !== null ? [lo, hi] : unnumbered,
  }
}
