import type { Address } from '../../net/address.ts'
import { cidrContains } from '../../net/cidr.ts'
import type { Node } from '../../topology/cluster.ts'
import type { Attachment, Endpoint, OnPremNetwork, Vpc } from '../../topology/network.ts'
import type { Topology } from '../../topology/topology.ts'
import { type Firewall, firewallOf } from './firewall-rules.ts'
import { addressKey, type Host, type Hosts, hostsByNetwork } from './host.ts'
import { importedRoutes, type OwnRoutes, ownRoutes, subnetRanges } from './route-entry.ts'

/** A topology made ready to be looked things up in: by name, by address, by route. */
export interface Fabric {
  readonly topology: Topology
  readonly vpcs: ReadonlyMap<string, VpcNetwork>
  /** Of every network by name, on-prem ones and the internet among them. */
  readonly hosts: ReadonlyMap<string, Hosts>
  readonly nodes: ReadonlyMap<string, Node>
  readonly endpoints: ReadonlyMap<string, Endpoint>
  readonly attachments: ReadonlyMap<string, Attachment>
  readonly onPrem: ReadonlyMap<string, OnPremNetwork>
  /** What the internet knows of: external addresses of machines, and load balancers. */
  readonly external: ReadonlyMap<string, ExternalAddress>
  /** Addresses that the internet sees instead of others. */
  readonly translators: ReadonlySet<string>
}

export interface VpcNetwork {
  readonly vpc: Vpc
  readonly routes: OwnRoutes
  readonly firewall: Firewall
}

export interface ExternalAddress {
  readonly vpc: string
  /** The machine's own address; null for a load balancer, which hands packets on as they are. */
  readonly internal: Address | null
}

/** Made once for each topology. */
export function fabricOf(topology: Topology): Fabric {
  const made = known.get(topology)
  if (made) return made
  const fabric = makeFabric(topology)
  known.set(topology, fabric)
  return fabric
}

const known = new WeakMap<Topology, Fabric>()

function makeFabric(topology: Topology): Fabric {
  const own = new Map(topology.vpcs.map((vpc) => [vpc.name, ownRoutes(topology, vpc)]))
  return {
    topology,
    vpcs: new Map(
      topology.vpcs.map((vpc) => [
        vpc.name,
        { vpc, routes: routesOf(topology, vpc, own), firewall: firewallOf(topology, vpc) },
      ]),
    ),
    hosts: hostsByNetwork(topology),
    nodes: byName(topology.nodes),
    endpoints: byName(topology.endpoints),
    attachments: byName(topology.attachments),
    onPrem: byName(topology.onPrem),
    external: externalAddresses(topology),
    translators: new Set(
      [
        ...topology.cloudNats.flatMap(({ addresses }) => addresses),
        ...topology.endpoints.flatMap(({ forwards }) => forwards?.natAddress ?? []),
      ].map(addressKey),
    ),
  }
}

const byName = <T extends { readonly name: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.map((each) => [each.name, each]))

/** Its own, and what its peers let it have: never what they have from theirs. */
function routesOf(
  { peerings }: Topology,
  { name }: Vpc,
  own: ReadonlyMap<string, OwnRoutes>,
): OwnRoutes {
  const tables = [own.get(name) ?? NO_ROUTES]
  for (const peering of peerings) {
    const [one, other] = peering.vpcs
    if (one !== name && other !== name) continue
    const peer = one === name ? other : one
    tables.push(importedRoutes(peer, own.get(peer) ?? NO_ROUTES, peering))
  }
  return {
    subnets: tables.flatMap(({ subnets }) => subnets),
    custom: tables.flatMap(({ custom }) => custom),
  }
}

const NO_ROUTES: OwnRoutes = { subnets: [], custom: [] }

function externalAddresses(topology: Topology): ReadonlyMap<string, ExternalAddress> {
  const vpcOf = new Map(topology.clusters.map(({ name, vpc }) => [name, vpc]))
  const entries = [
    ...topology.nodes.map(({ externalAddress, address, vpc }) => ({
      externalAddress,
      is: { vpc, internal: address },
    })),
    ...topology.endpoints.map(({ externalAddress, address, at }) => ({
      externalAddress,
      is: { vpc: at, internal: address },
    })),
    ...topology.services.flatMap(({ loadBalancerIps, cluster }) => {
      const vpc = vpcOf.get(cluster) ?? ''
      return loadBalancerIps
        .filter((address) => !isInside(topology, vpc, address))
        .map((externalAddress) => ({ externalAddress, is: { vpc, internal: null } }))
    }),
  ]
  return new Map(
    entries.flatMap(({ externalAddress, is }) =>
      externalAddress ? [[addressKey(externalAddress), is] as const] : [],
    ),
  )
}

/** An internal load balancer has an address of the VPC. */
const isInside = ({ vpcs }: Topology, vpc: string, address: Address): boolean =>
  vpcs.some(
    (each) => each.name === vpc && subnetRanges(each).some((to) => cidrContains(to, address)),
  )

/** Does it lie on the internet, as far as the map goes? Documentation ranges may be drawn there. */
export const isDrawnOutside = ({ external, hosts, translators }: Fabric, to: Address): boolean => {
  const key = addressKey(to)
  return external.has(key) || translators.has(key) || (hosts.get('internet')?.has(key) ?? false)
}

export const hostAt = ({ hosts }: Fabric, network: string, address: Address): Host | null =>
  hosts.get(network)?.get(addressKey(address)) ?? null
