import { type Address, formatAddress } from '../../net/address.ts'
import { type Cidr, cidrContains, cidrCovers, formatCidr } from '../../net/cidr.ts'
import type { ScenarioDocument } from '../document.ts'
import { issueAt } from '../field-reader.ts'
import type { Issue } from '../issue.ts'
import { addressIn, rangeIn, rangesAt, subnetRanges, vpcOfCluster } from './written-world.ts'

/** Addresses and ranges that what they stand in does not hold. */
export const outsideZone = (document: ScenarioDocument): readonly Issue[] => [
  ...nodesOutside(document),
  ...podsOutside(document),
  ...endpointsOutside(document),
  ...servicesOutside(document),
]

/** Of one family; a zone without ranges of that family holds whatever comes. */
function isOutside(address: Address, ranges: readonly Cidr[]): boolean {
  const own = ranges.filter(({ base }) => base.family === address.family)
  return own.length > 0 && !own.some((range) => cidrContains(range, address))
}

const listed = (ranges: readonly Cidr[]): string => ranges.map(formatCidr).join(', ')

function nodesOutside(document: ScenarioDocument): readonly Issue[] {
  const cidrsOf = cached((vpc: string) =>
    subnetRanges(document, vpc, 'primary').map(({ range }) => range),
  )
  const podRangesOf = cached((name: string) => podRanges(document, name))
  return document.nodes.flatMap((node, i) => {
    const { name, cluster = document.clusters[0]?.name ?? '' } = node
    const vpc = vpcOfCluster(document, cluster)
    const subnets = cidrsOf(vpc)
    const outside = (['address', 'address6'] as const).flatMap((field) => {
      const address = addressIn(node[field])
      if (!address || !isOutside(address, subnets)) return []
      const params = { name, address: formatAddress(address), vpc, ranges: listed(subnets) }
      return [issueAt('node-outside-subnets', `nodes.${i}.${field}`, params)]
    })
    const shares = (['podRange', 'podRange6'] as const).flatMap((field) => {
      const range = rangeIn(node[field])
      const all = podRangesOf(cluster).filter(({ base }) => base.family === range?.base.family)
      if (!range || all.length === 0 || all.some((each) => cidrCovers(each, range))) return []
      const params = { name, range: formatCidr(range), cluster, ranges: listed(all) }
      return [issueAt('share-outside-cluster', `nodes.${i}.${field}`, params)]
    })
    return [...outside, ...shares]
  })
}

function podRanges({ clusters }: ScenarioDocument, name: string): readonly Cidr[] {
  const texts = clusters.find((cluster) => cluster.name === name)?.podRanges ?? []
  return rangesAt('', name, texts).map(({ range }) => range)
}

function podsOutside(document: ScenarioDocument): readonly Issue[] {
  const nodes = new Map(document.nodes.map((node) => [node.name, node]))
  const rangesOf = cached((name: string) => podRanges(document, name))
  return document.pods.flatMap(({ name, node: home, addresses, hostNetwork }, i) => {
    const node = nodes.get(home)
    if (!node || hostNetwork) return []
    const cluster = node.cluster ?? document.clusters[0]?.name ?? ''
    const ranges = rangesOf(cluster)
    const shares = [node.podRange, node.podRange6].flatMap((text) => rangeIn(text) ?? [])
    return addresses.flatMap((text, j) => {
      const address = addressIn(text)
      if (!address) return []
      const path = `pods.${i}.addresses.${j}`
      const told = { name, address: formatAddress(address) }
      if (isOutside(address, ranges)) {
        const params = { ...told, cluster, ranges: listed(ranges) }
        return [issueAt('pod-outside-cluster', path, params)]
      }
      if (!isOutside(address, shares)) return []
      return [issueAt('pod-outside-share', path, { ...told, node: home, ranges: listed(shares) })]
    })
  })
}

const endpointsOutside = (document: ScenarioDocument): readonly Issue[] =>
  document.endpoints.flatMap(({ name, at, address: text }, i) => {
    const address = addressIn(text)
    const network = document.onPrem.find((each) => each.name === at)
    const ranges = network
      ? rangesAt('', at, network.ranges).map(({ range }) => range)
      : subnetRanges(document, at, 'all').map(({ range }) => range)
    if (!address || !isOutside(address, ranges)) return []
    const params = { name, address: formatAddress(address), network: at, ranges: listed(ranges) }
    return [issueAt('endpoint-outside-network', `endpoints.${i}.address`, params)]
  })

const servicesOutside = ({ services = [], clusters }: ScenarioDocument): readonly Issue[] =>
  services.flatMap(({ name, cluster, clusterIPs }, i) => {
    const home = cluster === undefined ? clusters[0] : clusters.find((c) => c.name === cluster)
    const range = rangeIn(home?.serviceRange)
    return clusterIPs.flatMap((text, j) => {
      const address = addressIn(text)
      if (!address || !range || !isOutside(address, [range])) return []
      const params = { name, address: formatAddress(address), ranges: formatCidr(range) }
      return [issueAt('service-outside-range', `services.${i}.clusterIPs.${j}`, params)]
    })
  })

function cached<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    const value = known.get(key) ?? make(key)
    known.set(key, value)
    return value
  }
}
