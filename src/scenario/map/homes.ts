import { parseAddress } from '../../net/address.ts'
import { cidrContains, parseCidr } from '../../net/cidr.ts'
import type { ScenarioDocument } from '../document.ts'
import type { Zone } from '../evaluation.ts'

type Written<K extends 'clusters' | 'nodes' | 'vpcs' | 'endpoints'> = ScenarioDocument[K][number]

/** Where a thing stands; null: loose on the canvas. `known` is false where it names nothing there is. */
export interface Home {
  readonly zone: string | null
  readonly known: boolean
}

/** In which zone the things of a document stand, with what it leaves out filled in. */
export interface Homes {
  readonly ofVpc: (name: string | undefined) => Home
  readonly ofCluster: (cluster: Written<'clusters'>) => Home
  readonly inCluster: (name: string | undefined) => Home
  readonly ofNode: (node: Written<'nodes'>) => Home
  readonly ofPod: (node: string) => Home
  readonly ofEndpoint: (endpoint: Written<'endpoints'>) => Home
}

export const zoneId = (kind: Zone['kind'], name: string): string => `zone-${kind}:${name}`
export const poolName = (cluster: string, pool: string): string => `${cluster}/${pool}`
export const subnetName = (vpc: string, subnet: string): string => `${vpc}/${subnet}`

const LOOSE: Home = { zone: null, known: false }
const at = (kind: Zone['kind'], name: string): Home => ({ zone: zoneId(kind, name), known: true })

/** A single subnet is told by the VPC's title; of several each is a zone. */
export const drawnSubnets = ({ subnets }: Written<'vpcs'>): Written<'vpcs'>['subnets'] =>
  subnets.length > 1 ? subnets : []

export function homesOf({ clusters, nodes, vpcs, onPrem }: ScenarioDocument): Homes {
  const named = <T extends { readonly name: string }>(list: readonly T[]) =>
    new Map(list.map((each) => [each.name, each]))
  const byName = {
    clusters: named(clusters),
    nodes: named(nodes),
    vpcs: named(vpcs),
    onPrem: named(onPrem),
  }
  const vpcNamed = (name: string | undefined) =>
    name === undefined ? vpcs[0] : byName.vpcs.get(name)
  const clusterNamed = (name: string | undefined) =>
    name === undefined ? clusters[0] : byName.clusters.get(name)
  const ofVpc = (name: string | undefined): Home => {
    const vpc = vpcNamed(name)
    return vpc ? at('vpc', vpc.name) : { zone: null, known: name === undefined }
  }
  const inCluster = (name: string | undefined): Home => {
    const cluster = clusterNamed(name)
    return cluster ? at('cluster', cluster.name) : LOOSE
  }
  return {
    ofVpc,
    inCluster,
    ofCluster({ name, vpc, podRanges }) {
      const own = nodes.filter((node) => clusterNamed(node.cluster)?.name === name)
      const home = vpcNamed(vpc)
      const subnets = new Set(
        home && own.length === 0
          ? [subnetForPods(home, podRanges)]
          : own.map(({ address }) => home && subnetAround(home, address)),
      )
      const [subnet] = subnets
      return home && subnet && subnets.size === 1
        ? at('subnet', subnetName(home.name, subnet))
        : ofVpc(vpc)
    },
    ofNode({ cluster, pool }) {
      const home = clusterNamed(cluster)
      return home && pool !== undefined ? at('pool', poolName(home.name, pool)) : inCluster(cluster)
    },
    ofPod: (node) => (byName.nodes.has(node) ? at('node', node) : LOOSE),
    ofEndpoint({ at: where, address }) {
      if (where === 'internet') return at('internet', 'internet')
      const vpc = byName.vpcs.get(where)
      if (!vpc) return byName.onPrem.has(where) ? at('on-prem', where) : LOOSE
      const subnet = subnetAround(vpc, address)
      return subnet ? at('subnet', subnetName(vpc.name, subnet)) : at('vpc', vpc.name)
    },
  }
}

/** The name of the drawn subnet in which Pods will have their addresses. */
const subnetForPods = (vpc: Written<'vpcs'>, podRanges: readonly string[]): string | undefined =>
  drawnSubnets(vpc).find(({ secondaryRanges }) =>
    secondaryRanges.some(({ range }) => podRanges.includes(range)),
  )?.name

/** The name of the drawn subnet in which an address lies. */
function subnetAround(vpc: Written<'vpcs'>, text: string): string | undefined {
  const subnets = drawnSubnets(vpc)
  const address = subnets.length > 0 ? parseAddress(text) : null
  if (!address?.ok) return undefined
  return subnets.find(({ range }) => {
    const cidr = parseCidr(range)
    return cidr.ok && cidrContains(cidr.value, address.value)
  })?.name
}
