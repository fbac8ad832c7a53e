import type { Family } from '../net/address.ts'
import { type Cidr, cidrOf, hostCidr } from '../net/cidr.ts'
import type { InterfaceAddress, NodeNetwork, Route } from '../topology/node.ts'
import type { NodeState } from './node.ts'
import type { PassPrograms } from './pass-programs.ts'
import type { EgressProgram } from './program.ts'
import type { Chain, IpSet, NatTable } from './rule.ts'

/** A node with what every packet asks of it looked up once: chains and sets by name, its routes. */
export interface ReadyNode {
  readonly network: NodeNetwork
  readonly chains4: ReadonlyMap<string, Chain>
  readonly chains6: ReadonlyMap<string, Chain>
  /** Entries of each set with the narrowest range first, as the kernel tries them. */
  readonly sets: ReadonlyMap<string, IpSet>
  /** The kernel's routing table `local`, longest prefix first. */
  readonly local: readonly LocalRange[]
  /** On-link routes of the interfaces, then the configured ones; longest prefix first. */
  readonly routes: readonly Route[]
  /** By family and device, as `programKey` writes them; empty on most nodes. */
  readonly programs: ReadonlyMap<string, EgressProgram>
  /** What runs them. */
  readonly passPrograms: PassPrograms | null
}

export const programKey = (family: Family, device: string): string => `${family} ${device}`

export interface LocalRange {
  readonly to: Cidr
  readonly type: 'LOCAL' | 'BROADCAST' | 'ANYCAST'
  readonly dev: string
}

export function readyNode({ network, rules, passPrograms }: NodeState): ReadyNode {
  const { programs = [] } = rules
  const sets = [...rules.sets, ...programs.flatMap(({ maps }) => maps)]
  return {
    network,
    chains4: chainsByName(rules.nat4),
    chains6: chainsByName(rules.nat6),
    sets: new Map(sets.map((set) => [set.name, narrowestFirst(set)])),
    local: localRanges(network).sort((a, b) => b.to.prefix - a.to.prefix),
    routes: [...onLinkRoutes(network), ...network.routes].sort((a, b) => b.to.prefix - a.to.prefix),
    programs: new Map(
      programs.flatMap((program) =>
        program.devices.map((device) => [programKey(program.family, device), program] as const),
      ),
    ),
    passPrograms: passPrograms ?? null,
  }
}

const chainsByName = (table: NatTable): ReadonlyMap<string, Chain> =>
  new Map(table.chains.map((chain) => [chain.name, chain]))

const narrowestFirst = (set: IpSet): IpSet => ({
  ...set,
  entries: set.entries.toSorted((a, b) => b.prefix - a.prefix),
})

const widthOf = (family: Family): number => (family === 4 ? 32 : 128)

/** `lo` owns all of its prefixes, every other interface just its addresses. */
function localRanges({ interfaces }: NodeNetwork): LocalRange[] {
  return interfaces.flatMap(({ name, addresses }) =>
    addresses.flatMap((own): LocalRange[] => {
      const range = cidrOf(own.address, own.prefix)
      const itself: LocalRange = {
        to: name === 'lo' ? range : hostCidr(own.address),
        type: 'LOCAL',
        dev: name,
      }
      return [itself, ...besides(own, range, name)]
    }),
  )
}

/**
 * What the kernel adds beside an address: the broadcast address of an IPv4 subnet, and on a node
 * that forwards IPv6 the subnet-router anycast address. Source: Linux `fib_add_ifaddr`,
 * `addrconf_join_anycast`.
 */
function besides({ address, prefix }: InterfaceAddress, range: Cidr, dev: string): LocalRange[] {
  if (address.family === 4) {
    if (prefix >= 31) return []
    const last = (range.base.words[0] ?? 0) + 2 ** (32 - prefix) - 1
    return [{ to: hostCidr({ family: 4, words: [last] }), type: 'BROADCAST', dev }]
  }
  if (prefix >= 127 || dev === 'lo') return []
  return [{ to: hostCidr(range.base), type: 'ANYCAST', dev }]
}

/** Subnets of the interfaces, and IPv6 multicast, which each of them leads to. */
const onLinkRoutes = ({ interfaces }: NodeNetwork): Route[] =>
  interfaces
    .filter(({ name }) => name !== 'lo')
    .flatMap(({ name, addresses }) => [
      ...addresses
        .filter(({ address, prefix }) => prefix < widthOf(address.family))
        .map(({ address, prefix }) => ({ to: cidrOf(address, prefix), dev: name, via: null })),
      { to: MULTICAST6, dev: name, via: null },
    ])

const MULTICAST6 = cidrOf({ family: 6, words: [0xff000000, 0, 0, 0] }, 8)
