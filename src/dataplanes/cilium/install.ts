import { passPrograms } from '../../engine/pass-programs.ts'
import { cidrContains, formatCidr } from '../../net/cidr.ts'
import type { Node } from '../../topology/cluster.ts'
import type { ConfigReport } from '../config-report.ts'
import type { AppliedTexts, ClusterFacts, Installed, NodeInstalled } from '../dataplane.ts'
import { NO_RULES, writeRules } from '../write-rules.ts'
import { type AgentState, FRESH, take } from './agent-state.ts'
import { bpfPrograms } from './bpf-program.ts'
import type { CiliumAssumption } from './codes.ts'
import { egressEntries } from './egress-map.ts'
import { iptablesRules, nodeSets } from './iptables-rules.ts'
import { type NodeCilium, routerAddress } from './node-cilium.ts'
import { notesOf } from './notes.ts'
import { type CiliumOptions, masquerades } from './options.ts'
import { unmaskedRanges } from './pod-pools.ts'
import { printouts } from './printouts.ts'
import { type CiliumStream, readStream } from './read-stream.ts'

/** What the agents leave on each node. A part of a stream that is refused keeps what was before it. */
export function install(cluster: ClusterFacts, manifests: AppliedTexts | null): Installed {
  const inForce = manifests?.inForce ?? null
  const before = inForce === null ? FRESH : take(FRESH, readStream(inForce)).state
  const stream = readStream(manifests?.text ?? '')
  const { state, error } = take(before, stream)
  const report = reportOf(state, stream)
  return {
    nodes: new Map(
      cluster.topology.nodes.map((node) => [node.name, onNode(cluster, node, state, stream)]),
    ),
    agent: null,
    config: {
      ...report,
      state: stateOf(manifests, error),
      error,
      notes: notesOf(cluster, stream, state),
    },
    masqLinkLocalInText: error === null ? report.masqLinkLocal : null,
  }
}

function stateOf(
  manifests: AppliedTexts | null,
  error: ConfigReport['error'],
): ConfigReport['state'] {
  if (manifests === null) return 'absent'
  return error === null ? 'accepted' : 'refused'
}

function reportOf(
  { options, masq }: AgentState,
  { options: given }: CiliumStream,
): Omit<ConfigReport, 'state' | 'error' | 'notes'> {
  const natives = ([4, 6] as const).flatMap((family) => {
    const range = family === 4 ? options?.native4 : options?.native6
    const line = given?.written.get(`ipv${family}-native-routing-cidr`)?.place.line ?? null
    return range ? [{ cidr: formatCidr(range), line }] : []
  })
  const listed = (masq?.entries ?? []).map(({ cidr, place }) => ({
    cidr: formatCidr(cidr),
    line: place?.line ?? null,
  }))
  return {
    using: null,
    ranges: [...natives, ...listed],
    rangesAreDefaults: masq?.defaults ?? false,
    masqLinkLocal: masq?.masqLinkLocal ?? false,
  }
}

function onNode(
  { topology }: ClusterFacts,
  node: Node,
  { options, masq, policies }: AgentState,
  { resources }: CiliumStream,
): NodeInstalled {
  if (options === null || node.os === 'windows') return NOTHING
  const egress = options.egressGateway ? egressEntries(topology, policies, resources) : []
  const unmasked = unmaskedRanges(options, resources)
  const cilium: NodeCilium = { topology, node, options, masq, egress, unmasked }
  const programs = bpfPrograms(cilium)
  const nat4 = iptablesRules(cilium, 4)
  const nat6 = iptablesRules(cilium, 6)
  const written = writeRules(NO_RULES, {
    ...(nat4 ? { nat4 } : {}),
    ...(nat6 ? { nat6 } : {}),
    sets: nodeSets(cilium),
  })
  const decides = masquerades(options, 4) || masquerades(options, 6)
  const network = tunnelNetwork(cilium)
  return {
    rules: programs.length > 0 ? { ...written, programs } : written,
    passPrograms,
    silence: 'no-rule',
    writer: writerOf(options, decides),
    assumptions: decides ? assumptionsOf(options) : [],
    printouts: printouts(cilium, programs),
    ...(network ? { network } : {}),
  }
}

const NOTHING: NodeInstalled = {
  rules: NO_RULES,
  silence: 'nothing-written',
  writer: 'nobody',
  assumptions: [],
  printouts: [],
}

function writerOf({ bpfMasquerade }: CiliumOptions, decides: boolean): string {
  if (!decides) return 'nobody'
  return bpfMasquerade ? 'cilium-bpf' : 'cilium'
}

function assumptionsOf(options: CiliumOptions): readonly CiliumAssumption[] {
  if (options.bpfMasquerade) return ['per-packet']
  return [
    ...(options.endpointRoutes ? [] : (['hairpin-mark'] as const)),
    'router-address',
    ...(options.routeSource ? (['route-source-hint'] as const) : []),
  ]
}

/** In tunnel mode other nodes' Pods lie behind `cilium_host`, from where they are encapsulated. */
function tunnelNetwork(cilium: NodeCilium): NodeInstalled['network'] {
  const { options, node, topology } = cilium
  if (!options.tunnel) return undefined
  const others = topology.nodes.filter(({ name }) => name !== node.name)
  const own = ([4, 6] as const).flatMap((family) => {
    const address = routerAddress(cilium, family)
    return address ? [{ address, prefix: address.words.length * 32 }] : []
  })
  const reached = others
    .flatMap(({ podRanges }) => podRanges)
    .filter((range) => !node.podRanges.some((share) => cidrContains(share, range.base)))
  return ({ interfaces, routes }) => ({
    interfaces: [...interfaces, { name: 'cilium_host', addresses: own }],
    routes: [...routes, ...reached.map((to) => ({ to, dev: 'cilium_host', via: null }))],
  })
}
