import { formatAddress, sameAddress } from '../../net/address.ts'
import { formatCidr } from '../../net/cidr.ts'
import type { Service } from '../../topology/cluster.ts'
import type { Endpoint } from '../../topology/network.ts'
import { place } from '../place.ts'
import { formatRanges, longest, wayTo } from './fabric.ts'
import { crossVpc, enterNode } from './forward.ts'
import { dropped, type Journey, type Travel } from './travel.ts'

/** From a host outside the cluster to the VPC, and through it to the node that is meant. */
export function travelIn(travel: Travel, endpoint: Endpoint): Journey {
  const { topology } = travel.world
  if (endpoint.at === 'internet') return comeFromInternet(travel)
  if (!topology.vpcs.some(({ name }) => name === endpoint.at)) {
    return comeOverAttachment(travel, endpoint)
  }
  const from = { kind: 'endpoint', name: endpoint.name } as const
  travel.crossings.push({ kind: 'vpc', vpc: endpoint.at, from })
  return comeThroughVpc(travel, endpoint.at)
}

/** The far side knows only what is advertised to it. */
function comeOverAttachment(travel: Travel, endpoint: Endpoint): Journey {
  const { world, journal, crossings } = travel
  const { dst } = journal.moving()
  const gates = world.topology.attachments.filter(({ to }) => to === endpoint.at)
  const advertised = gates.flatMap(({ advertises }) => advertises)
  const route = longest(advertised, dst)
  const attachment = gates.find(({ advertises }) => route && advertises.includes(route))
  if (!route || !attachment) {
    const at = place.onPrem(endpoint.at)
    const told = { dst: formatAddress(dst), advertised: formatRanges(advertised) }
    return dropped(travel, at, { code: 'dropped-not-advertised', at, ...told })
  }
  journal.note({
    place: place.attachment(attachment.name),
    stage: 'attachment',
    mood: 'passed',
    reason: { code: 'entered-vpc', attachment: attachment.name, route: formatCidr(route) },
  })
  crossings.push({ kind: 'vpc', vpc: attachment.vpc, from: { kind: 'attachment', attachment } })
  return comeThroughVpc(travel, attachment.vpc)
}

/** Only a public address leads here: a node's own external one, or a load balancer's. */
function comeFromInternet(travel: Travel): Journey {
  const { world, journal, crossings } = travel
  const { topology } = world
  const before = journal.moving()
  const dst = formatAddress(before.dst)
  const node = topology.nodes.find(
    ({ externalAddress }) => externalAddress && sameAddress(externalAddress, before.dst),
  )
  const vpc = node?.vpc ?? vpcOf(travel, balancedBy(travel))
  const at = place.vpc(vpc)
  if (node) {
    const after = { ...before, dst: node.address }
    crossings.push({ kind: 'internet-nat', at, before, after })
    const reason = {
      code: 'external-address-resolved',
      from: dst,
      to: formatAddress(node.address),
    } as const
    journal.note({ place: at, stage: 'cloud-nat', mood: 'translated', reason }, after)
  } else if (!balancedBy(travel)) {
    return dropped(travel, place.internet, { code: 'dropped-not-public', dst })
  }
  crossings.push({ kind: 'vpc', vpc, from: { kind: 'internet' } })
  return comeThroughVpc(travel, vpc)
}

const vpcOf = ({ world }: Travel, service: Service | undefined): string =>
  world.topology.clusters.find(({ name }) => name === service?.cluster)?.vpc ?? ''

function comeThroughVpc(travel: Travel, vpc: string): Journey {
  const { world, journal } = travel
  const { dst } = journal.moving()
  journal.assume({ code: 'vpc-ingress-allowed' })
  const service = balancedBy(travel)
  if (service) return balance(travel, vpc, service)
  const way = wayTo(world.topology, vpc, dst)
  if (way.kind === 'subnet') return crossVpc(travel, vpc, way)
  const at = place.vpc(vpc)
  return dropped(travel, at, { code: 'dropped-no-route', at, dst: formatAddress(dst) })
}

/** The Service whose load balancer has the destination's address and listens on its port. */
function balancedBy({ world, journal }: Travel): Service | undefined {
  const { dst, protocol, dport } = journal.moving()
  return world.topology.services.find(
    ({ loadBalancerIps, ports }) =>
      loadBalancerIps.some((own) => sameAddress(own, dst)) &&
      ports.some(
        (open) => open.protocol === protocol && dport.kind === 'exact' && open.port === dport.port,
      ),
  )
}

/**
 * A passthrough load balancer hands the packet to a node as it is: to one with an endpoint where the
 * policy is Local, since only those pass its health check. Source: Google Cloud, "LoadBalancer
 * Service parameters", externalTrafficPolicy.
 */
function balance(travel: Travel, vpc: string, service: Service): Journey {
  const { world, journal } = travel
  const own = world.topology.nodes.filter(({ cluster }) => cluster === service.cluster)
  const healthy = own.filter(
    ({ name }) =>
      service.externalTrafficPolicy === 'Cluster' ||
      service.endpoints.some(({ node }) => node === name),
  )
  const at = place.vpc(vpc)
  const address = formatAddress(journal.moving().dst)
  const [node] = healthy
  if (!node) return dropped(travel, at, { code: 'dropped-nobody-there', dst: address, at })
  if (healthy.length > 1) journal.assume({ code: 'load-balancer-picks-node' })
  const reason = { code: 'load-balanced', address, node: node.name } as const
  journal.note({ place: at, stage: 'vpc-routing', mood: 'passed', reason })
  return enterNode(travel, node.name)
}
