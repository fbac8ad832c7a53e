import { formatCidr, parseCidr } from '../../net/cidr.ts'
import { rangeOwner } from '../../topology/owner.ts'
import type { Topology } from '../../topology/topology.ts'
import type { ScenarioDocument } from '../document.ts'
import type { Zone } from '../evaluation.ts'
import { drawnSubnets, type Home, type Homes, poolName, subnetName, zoneId } from './homes.ts'

/** Outer zones before those that they hold. */
export function zonesOf(
  { vpcs, clusters, nodes, onPrem }: ScenarioDocument,
  topology: Topology,
  homes: Homes,
): Zone[] {
  const zone = (
    kind: Zone['kind'],
    name: string,
    { ranges = [], home = LOOSE, id = name }: Rest = {},
  ): Zone => {
    const read = ranges.map((text) => ({ text, cidr: parseCidr(text) }))
    return {
      id: zoneId(kind, id),
      kind,
      name,
      ranges: read.map(({ text, cidr }) =>
        cidr.ok
          ? { text: formatCidr(cidr.value), owner: rangeOwner(topology, cidr.value) }
          : { text, owner: 'far' },
      ),
      parent: home.zone,
      ...(home.known && read.every(({ cidr }) => cidr.ok) ? {} : { trouble: true }),
    }
  }
  return [
    ...vpcs.flatMap((vpc) => {
      const drawn = drawnSubnets(vpc)
      const ranges = drawn.length > 0 ? [] : vpc.subnets.map(({ range }) => range)
      return [
        zone('vpc', vpc.name, { ranges }),
        ...drawn.map(({ name, range }) =>
          zone('subnet', name, {
            ranges: [range],
            home: homes.ofVpc(vpc.name),
            id: subnetName(vpc.name, name),
          }),
        ),
      ]
    }),
    ...clusters.map((cluster) =>
      zone('cluster', cluster.name, { ranges: cluster.podRanges, home: homes.ofCluster(cluster) }),
    ),
    ...nodes.flatMap(({ cluster, pool }) => {
      const home = homes.inCluster(cluster)
      const owner = cluster ?? clusters[0]?.name
      return pool === undefined || owner === undefined || !home.known
        ? []
        : [zone('pool', pool, { home, id: poolName(owner, pool) })]
    }),
    ...nodes.map((node) => zone('node', node.name, { home: homes.ofNode(node) })),
    ...onPrem.map(({ name, ranges }) => zone('on-prem', name, { ranges })),
    zone('internet', 'internet'),
  ]
}

interface Rest {
  readonly ranges?: readonly string[]
  readonly home?: Home
  /** Where its name does not make it unique. */
  readonly id?: string
}

/** On the canvas itself, where it belongs. */
const LOOSE: Home = { zone: null, known: true }
