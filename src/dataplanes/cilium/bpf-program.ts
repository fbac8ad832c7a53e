import type {
  EgressProgram,
  ProgramChain,
  ProgramRule,
  ProgramTarget,
} from '../../engine/program.ts'
import type { BaseMatch, Match } from '../../engine/rule.ts'
import type { Address, Family } from '../../net/address.ts'
import { hostCidr } from '../../net/cidr.ts'
import { PROTOCOLS } from '../../net/protocol.ts'
import { bpfMaps, mapNames } from './bpf-maps.ts'
import type { CiliumOrigin } from './codes.ts'
import { egressChain } from './egress-chain.ts'
import { exclusion, masqueradeAddress, type NodeCilium, nativeDevices } from './node-cilium.ts'
import { masquerades } from './options.ts'
import { snatChain, snatChainName } from './snat-chain.ts'
import { within } from './within.ts'

/** A rule before it has its number. */
export interface Condition {
  readonly base?: BaseMatch
  readonly matches?: readonly Match[]
  readonly reply?: true
  readonly target: ProgramTarget
  readonly code: CiliumOrigin
  readonly line?: number
}

export const PROGRAM = 'cil_to_netdev'
export const EGRESS_CHAIN = 'egress_gw'

/**
 * The program at each native device: what decides whether a packet that leaves is given the address
 * of that device. Source: cilium/cilium bpf/lib/nat.h, `snat_v4_needs_masquerade`, v1.16.
 */
export function bpfPrograms(cilium: NodeCilium): readonly EgressProgram[] {
  if (!cilium.options.bpfMasquerade) return []
  return ([4, 6] as const).flatMap((family) => {
    if (!masquerades(cilium.options, family)) return []
    const devices = nativeDevices(cilium)
    return devices.flatMap((device) => {
      const address = masqueradeAddress(cilium, device, family)
      if (!address) return []
      const program = programAt(cilium, device.name, address)
      return [devices.length > 1 ? named(program, device.name) : program]
    })
  })
}

/** Of several devices each has its own chains, which must not be taken for another's. */
function named(program: EgressProgram, device: string): EgressProgram {
  const own = (name: string): string => `${name}@${device}`
  const renamed = ({ name, rules }: ProgramChain): ProgramChain => ({
    name: own(name),
    rules: rules.map((rule) =>
      rule.target.kind === 'call'
        ? { ...rule, target: { ...rule.target, chain: own(rule.target.chain) } }
        : rule,
    ),
  })
  const [first, ...others] = program.chains
  return { ...program, chains: [renamed(first), ...others.map(renamed)] }
}

function programAt(cilium: NodeCilium, device: string, address: Address): EgressProgram {
  const { family } = address
  const id = `bpf${family}/${device}`
  const entries = cilium.egress.filter(({ source }) => source.family === family)
  const local = entries.filter(({ gateway }) => gateway?.node?.name === cilium.node.name)
  const sources = [address, ...local.flatMap(({ gateway }) => gateway?.address ?? [])]
  const names = new Set<string>()
  const snats = sources.flatMap((to): ProgramChain[] => {
    const name = snatChainName(to)
    if (names.has(name)) return []
    names.add(name)
    return [chainOf(id, name, snatChain(cilium, to))]
  })
  return {
    name: PROGRAM,
    family,
    devices: [device],
    maps: bpfMaps(cilium, family),
    chains: [
      chainOf(id, PROGRAM, decision(cilium, address, entries.length > 0)),
      ...(entries.length > 0 ? [chainOf(id, EGRESS_CHAIN, egressChain(cilium, entries))] : []),
      ...snats,
    ],
  }
}

const chainOf = (id: string, name: string, rules: readonly Condition[]): ProgramChain => ({
  name,
  rules: rules.map((rule, i) => numbered(rule, `${id}/${name}/${i + 1}`)),
})

const numbered = (
  { base = {}, matches = [], reply, target, code, line }: Condition,
  id: string,
): ProgramRule => ({
  id,
  base,
  matches,
  target,
  ...(reply ? { reply } : {}),
  origin: { code, ...(line === undefined ? {} : { place: { line, column: 1 } }) },
})

/** The steps in the order of the source, each ending in `keep` or in a call. */
function decision(cilium: NodeCilium, address: Address, egress: boolean): readonly Condition[] {
  const { family } = address
  const names = mapNames(family)
  const translate: ProgramTarget = { kind: 'call', chain: snatChainName(address) }
  const keep: ProgramTarget = { kind: 'keep' }
  const excluded = exclusion(cilium, family)
  return [
    ...hostSteps(cilium, address, translate),
    { matches: [inMap(names.endpoints, 'src')], reply: true, target: keep, code: 'reply' },
    ...(egress ? [egressStep(family)] : []),
    ...(excluded
      ? [
          {
            base: { destination: within(excluded) },
            target: keep,
            code: exclusionCode(cilium, family),
          },
        ]
      : []),
    { matches: [inMap(names.host, 'src')], target: keep, code: 'host-endpoint' },
    ...(cilium.unmasked.length > 0
      ? [{ matches: [inMap(names.skipped, 'src')], target: keep, code: 'skip-masquerade' } as const]
      : []),
    ...(cilium.options.ipMasqAgent
      ? [{ matches: [inMap(names.ipMasq, 'dst')], target: keep, code: 'ip-masq' } as const]
      : []),
    ...remoteNodeSteps(cilium, family),
    { matches: [inMap(names.endpoints, 'src')], target: translate, code: 'bpf-masquerade' },
  ]
}

const exclusionCode = ({ options }: NodeCilium, family: Family): CiliumOrigin =>
  (family === 4 ? options.native4 : options.native6) ? 'native-range' : 'pod-share'

/** The node's own connections are told apart from those that were masqueraded. */
function hostSteps(
  { options }: NodeCilium,
  address: Address,
  translate: ProgramTarget,
): readonly Condition[] {
  const source = within(hostCidr(address))
  const low = (module: 'tcp' | 'udp'): Condition => ({
    base: { source, protocol: { number: PROTOCOLS[module], negated: false } },
    matches: [
      { kind: 'ports', module, source: { lo: 0, hi: options.nodePortMax, negated: false } },
    ],
    target: { kind: 'keep' },
    code: 'host-low-port',
  })
  return [low('tcp'), low('udp'), { base: { source }, target: translate, code: 'host-source' }]
}

const egressStep = (family: Family): Condition => ({
  matches: [inMap(mapNames(family).cluster, 'dst', true)],
  target: { kind: 'call', chain: EGRESS_CHAIN },
  code: 'egress-gateway',
})

/** In tunnel mode, or where the option asks for it, remote nodes are no exception. */
function remoteNodeSteps({ options }: NodeCilium, family: Family): readonly Condition[] {
  if (options.tunnel || options.remoteNodeMasquerade) return []
  const matches = [inMap(mapNames(family).remoteNodes, 'dst')]
  return [{ matches, target: { kind: 'keep' }, code: 'remote-node' }]
}

export const inMap = (set: string, direction: 'src' | 'dst', negated = false): Match => ({
  ...{ kind: 'set', set, directions: [direction], negated },
})
