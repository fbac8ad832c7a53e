import { place } from '../../engine/place.ts'
import type { PlaceId } from '../../engine/trace.ts'
import type { ScenarioDocument } from '../document.ts'
import type { Place, PlaceMap } from '../evaluation.ts'
import { zoneId } from './homes.ts'

type Document = ScenarioDocument
type Link = PlaceMap['links'][number]

const link = (from: PlaceId, to: PlaceId): Link => ({ from, to, kind: 'way' })

/** What a packet can follow, and what belongs together; never to what is not there. */
export function linksOf(
  document: Document,
  places: readonly Place[],
  passing: readonly Place[],
): PlaceMap['links'] {
  const { nodes, pods, onPrem, metadataServer } = document
  const there = new Set([
    ...places.map(({ id }) => id),
    ...onPrem.map(({ name }) => zoneId('on-prem', name)),
  ])
  const beyond = waysToInternet(document)
  const hostLinks = passing.flatMap(({ id, zone }) =>
    id === place.internet
      ? beyond.map((way) => link(way, id))
      : gatesOf(document, zone).map((gate) => link(gate, id)),
  )
  const all = [
    ...pods.map(({ name, node }) => link(place.pod(name), place.node(node))),
    ...nodes.flatMap((node) => {
      const vpc = vpcOfNode(document, node)
      return vpc === undefined ? [] : [link(place.node(node.name), place.vpc(vpc))]
    }),
    ...(metadataServer === undefined ? [] : nodes.filter((node) => isAtFirst(document, node))).map(
      ({ name }) => link(place.node(name), place.metadata),
    ),
    ...attachmentLinks(document, [...places, ...passing]),
    ...(document.cloudNats ?? []).map(({ name, vpc }) =>
      link(place.vpc(vpc ?? firstVpc(document)), place.cloudNat(name)),
    ),
    ...(document.peerings ?? []).map(
      ({ name, vpcs: [one, other] }): Link => ({
        from: place.vpc(one),
        to: place.vpc(other),
        kind: 'peering',
        thing: `peering:${name}`,
      }),
    ),
    ...document.endpoints.flatMap((endpoint) => endpointLinks(document, endpoint, beyond)),
    ...serviceLinks(document),
    ...hostLinks,
  ]
  return all.filter(({ from, to }) => there.has(from) && there.has(to))
}

const firstVpc = ({ vpcs: [vpc] }: Document): string => vpc?.name ?? ''

function vpcOfNode(document: Document, { cluster }: Document['nodes'][number]): string | undefined {
  const { clusters } = document
  const home = cluster === undefined ? clusters[0] : clusters.find(({ name }) => name === cluster)
  return home && (home.vpc ?? firstVpc(document))
}

/** The metadata server is drawn once, in the first VPC. */
const isAtFirst = (document: Document, node: Document['nodes'][number]): boolean =>
  (vpcOfNode(document, node) ?? '') === firstVpc(document)

/** To the firewall of its network; to its hosts where there is none, and to the network where it has none. */
function attachmentLinks(document: Document, places: readonly Place[]): Link[] {
  return document.attachments.flatMap(({ name, vpc, to }) => {
    const firewall = document.onPrem.find((network) => network.name === to)?.firewall
    const attachment = place.attachment(name)
    const zone = zoneId('on-prem', to)
    const bare = !firewall && !places.some((each) => each.zone === zone)
    return [
      link(place.vpc(vpc ?? firstVpc(document)), attachment),
      ...(firewall ? [link(attachment, place.firewall(firewall.name))] : []),
      ...(bare ? [link(attachment, zone)] : []),
    ]
  })
}

function endpointLinks(
  document: Document,
  { name, at, forwards }: Document['endpoints'][number],
  beyond: readonly PlaceId[],
): Link[] {
  const id = place.endpoint(name)
  if (at === 'internet') return beyond.map((way) => link(way, id))
  const isVpc = document.vpcs.some((vpc) => vpc.name === at)
  if (!isVpc) return gatesOf(document, zoneId('on-prem', at)).map((gate) => link(gate, id))
  const into = forwards?.into
  const onward = into !== undefined && into !== at && into !== 'internet'
  return [link(place.vpc(at), id), ...(onward ? [link(id, place.vpc(into))] : [])]
}

/** What leads into an on-prem network. */
function gatesOf({ onPrem, attachments }: Document, zone: string | null): PlaceId[] {
  const network = onPrem.find(({ name }) => zoneId('on-prem', name) === zone)
  if (network?.firewall) return [place.firewall(network.firewall.name)]
  return attachments
    .filter(({ to }) => to === network?.name)
    .map(({ name }) => place.attachment(name))
}

/**
 * Each VPC over its Cloud NATs and over what forwards there; one with neither by itself, for external
 * addresses.
 */
function waysToInternet(document: Document): readonly PlaceId[] {
  const { vpcs, endpoints, clusters, cloudNats = [] } = document
  return vpcs.flatMap(({ name }) => {
    const isHere = (vpc: string | undefined) => (vpc ?? firstVpc(document)) === name
    const ways = [
      ...cloudNats.filter(({ vpc }) => isHere(vpc)).map((nat) => place.cloudNat(nat.name)),
      ...endpoints
        .filter(({ at, forwards }) => at === name && forwards?.into === 'internet')
        .map((machine) => place.endpoint(machine.name)),
    ]
    const senders =
      clusters.some(({ vpc }) => isHere(vpc)) || endpoints.some(({ at }) => at === name)
    return ways.length > 0 || !senders ? ways : [place.vpc(name)]
  })
}

/** A Service and the Pods behind it: it carries nothing by itself. */
const serviceLinks = ({ services = [], pods }: Document): Link[] => {
  const known = new Set(pods.map(({ name }) => name))
  return services.flatMap(({ name, endpoints }) =>
    endpoints
      .filter((endpoint) => known.has(endpoint))
      .map((pod): Link => ({ from: place.service(name), to: place.pod(pod), kind: 'backs' })),
  )
}
