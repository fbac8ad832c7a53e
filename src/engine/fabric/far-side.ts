import { formatAddress, sameAddress } from '../../net/address.ts'
import { cidrContains, formatCidr } from '../../net/cidr.ts'
import { invariant } from '../../net/invariant.ts'
import { hasPorts } from '../../net/protocol.ts'
import type { Endpoint, OnPremNetwork } from '../../topology/network.ts'
import { place } from '../place.ts'
import { isPublic } from '../public-address.ts'
import type { PlaceId } from '../trace.ts'
import { formatRanges, type Way } from './fabric.ts'
import { arrive, dropped, type Journey, type Travel } from './travel.ts'

/** Over an Interconnect or VPN to its far network, whose firewall may refuse the source. */
export function crossAttachment(travel: Travel, way: Extract<Way, { kind: 'dynamic' }>): Journey {
  const { world, journal, crossings } = travel
  const { attachment } = way
  const network = world.topology.onPrem.find(({ name }) => name === attachment.to)
  invariant(network, 'an attachment leads to a network of the topology')
  journal.note({
    place: place.vpc(attachment.vpc),
    stage: 'vpc-routing',
    mood: 'passed',
    reason: {
      code: 'vpc-dynamic-route',
      route: formatCidr(way.route),
      attachment: attachment.name,
    },
  })
  journal.note({
    place: place.attachment(attachment.name),
    stage: 'attachment',
    mood: 'passed',
    reason: { code: 'crossed-attachment', attachment: attachment.name },
  })
  crossings.push({ kind: 'attachment', attachment, network })
  const refused = passFirewall(travel, network)
  return refused ?? arriveBeyond(travel, network)
}

/** What a learned default route brings is nobody's there: the far side hands it on to the internet. */
function arriveBeyond(travel: Travel, network: OnPremNetwork): Journey {
  const { dst } = travel.journal.moving()
  const at = place.onPrem(network.name)
  const inside = network.ranges.some((range) => cidrContains(range, dst))
  const known = travel.world.topology.endpoints.some(
    (endpoint) => endpoint.at === network.name && sameAddress(endpoint.address, dst),
  )
  if (inside || known || !isPublic(dst)) return arriveAtEndpoint(travel, network.name, at)
  travel.journal.assume({ code: 'on-prem-forwards-internet' })
  return arrive(travel, at)
}

function passFirewall(travel: Travel, network: OnPremNetwork): Journey | null {
  const { firewall } = network
  if (!firewall) return null
  const { journal } = travel
  const { src } = journal.moving()
  const at = place.firewall(firewall.name)
  const range = firewall.allow.find((allowed) => cidrContains(allowed, src))
  const seen = { firewall: firewall.name, src: formatAddress(src) }
  if (!range) {
    const allowed = formatRanges(firewall.allow)
    const { rejects } = firewall
    return dropped(travel, at, { code: 'dropped-far-firewall', ...seen, rejects, allowed })
  }
  journal.note({
    place: at,
    stage: 'firewall',
    mood: 'passed',
    reason: { code: 'firewall-allowed', ...seen, range: formatCidr(range) },
  })
  return null
}

/** At a host of a network; on the internet somebody answers to every address. */
export function arriveAtEndpoint(travel: Travel, network: string, around: PlaceId): Journey {
  const { dst, protocol, dport } = travel.journal.moving()
  const endpoint = travel.world.topology.endpoints.find(
    (candidate) => candidate.at === network && sameAddress(candidate.address, dst),
  )
  if (endpoint) {
    const port = dport.kind === 'exact' ? dport.port : 0
    const at = place.endpoint(endpoint.name)
    if (!hasPorts(protocol) || isOpen(endpoint, port)) return arrive(travel, at)
    return dropped(travel, at, { code: 'dropped-port-closed', dst: formatAddress(dst), port })
  }
  if (network === 'internet') {
    travel.journal.assume({ code: 'internet-answers' })
    return arrive(travel, place.internet)
  }
  const reason = { code: 'dropped-nobody-there', dst: formatAddress(dst), at: around } as const
  return dropped(travel, around, reason)
}

const isOpen = ({ ports }: Endpoint, port: number): boolean => ports?.includes(port) ?? true
