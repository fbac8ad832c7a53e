import { type Cidr, cidrCovers, formatCidr } from '../../net/cidr.ts'
import type { ConfigNote } from '../config-report.ts'
import type { ClusterFacts } from '../dataplane.ts'
import type { AgentState } from './agent-state.ts'
import type { CiliumNote } from './codes.ts'
import { egressEntries } from './egress-map.ts'
import { isNoBool } from './read-options.ts'
import type { CiliumStream } from './read-stream.ts'

/** What a reader should know of a stream although nothing of it is refused. */
export function notesOf(
  cluster: ClusterFacts,
  stream: CiliumStream,
  state: AgentState,
): readonly ConfigNote[] {
  return [
    ...stream.notes,
    ...optionNotes(cluster, stream, state),
    ...masqNotes(stream, state),
    ...policyNotes(cluster, stream, state),
  ]
}

const note = (
  code: CiliumNote,
  line: number | null,
  params: ConfigNote['params'] = {},
): ConfigNote => ({ code, line, params })

function optionNotes(
  { settings }: ClusterFacts,
  { options: given }: CiliumStream,
  { options }: AgentState,
): readonly ConfigNote[] {
  if (!given || !options) return []
  const line = (name: string): number | null => given.written.get(name)?.place.line ?? null
  const odd = [...given.written]
    .filter(([name, { text }]) => BOOLEANS.test(name) && isNoBool(text))
    .map(([name, { text, place }]) => note('not-a-bool', place.line, { option: name, value: text }))
  const names = options.egressInterfaces
  const joined = names.includes(',') && !options.bpfMasquerade
  const native = options.native4
  return [
    ...odd,
    ...(joined ? [note('joined-interfaces', line('egress-masquerade-interfaces'), { names })] : []),
    ...(native && coversMore(native, settings.podRanges)
      ? [
          note('native-covers-more', line('ipv4-native-routing-cidr'), {
            range: formatCidr(native),
          }),
        ]
      : []),
  ]
}

const BOOLEANS = /^(enable-|iptables-random-fully$|only-masquerade-default-pool$)/

const coversMore = (native: Cidr, pods: readonly Cidr[]): boolean =>
  pods.some((range) => cidrCovers(native, range) && native.prefix < range.prefix)

function masqNotes(
  { masq: source }: CiliumStream,
  { options, masq }: AgentState,
): readonly ConfigNote[] {
  if (source && options && !options.ipMasqAgent) return [note('map-unused', null)]
  if (!masq || !source) return []
  const cut = masq.entries.flatMap(({ cidr, written, place }) =>
    written === null
      ? []
      : [note('host-bits-cut', place?.line ?? null, { written, range: formatCidr(cidr) })],
  )
  const missing = masq.listPlace === null && !masq.defaults
  const ignored = masq.ignored.map(({ key, place }) => note('ignored-key', place.line, { key }))
  return [...(missing ? [note('list-missing', null)] : []), ...cut, ...ignored]
}

function policyNotes(
  { topology }: ClusterFacts,
  { resources }: CiliumStream,
  { options, policies }: AgentState,
): readonly ConfigNote[] {
  if (!options) return []
  return policies.flatMap((policy) => {
    const params = { name: policy.name }
    if (!options.egressGateway) return [note('policy-unused', policy.place.line, params)]
    const entries = egressEntries(topology, [policy], resources)
    return entries.length > 0 ? [] : [note('policy-selects-nothing', policy.place.line, params)]
  })
}
