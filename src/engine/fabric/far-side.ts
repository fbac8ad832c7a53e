import { formatAddress } from '../../net/address.ts'
import { cidrContains, formatCidr } from '../../net/cidr.ts'
import type { Attachment, OnPremNetwork } from '../../topology/network.ts'
import { place } from '../place.ts'
import { isPublic } from '../public-address.ts'
import type { Reason } from '../reason.ts'
import { arriveAtEndpoint } from './at-endpoint.ts'
import { hostAt } from './fabric.ts'
import { advertisedTo, type FarWay, farWay } from './far-route.ts'
import { addressKey } from './host.ts'
import { arrive, dropped, type Journey, notTold, type Standing, type Travel } from './travel.ts'

/** Over an Interconnect or VPN to its far network, whose firewall may refuse the source. */
export function crossAttachment(travel: Travel, vpc: string, name: string): Standing | Journey {
  const { fabric, journal, crossings } = travel
  const attachment = fabric.attachments.get(name)
  if (!attachment) return notTold(travel, place.vpc(vpc), { code: 'next-hop', of: name })
  const at = place.attachment(name)
  const reason = { code: 'crossed-attachment', attachment: name } as const
  journal.note({ place: at, stage: 'attachment', mood: 'passed', reason })
  crossings.push({ kind: 'attachment', attachment: name })
  const network = fabric.onPrem.get(attachment.to)
  if (!network) return notTold(travel, at, { code: 'far-network', of: name }, 'attachment')
  return passFirewall(travel, network, attachment) ?? { in: 'far', network, over: attachment }
}

function passFirewall(travel: Travel, network: OnPremNetwork, over: Attachment): Journey | null {
  const { firewall } = network
  if (!firewall) return null
  const { journal } = travel
  const { src } = journal.moving()
  const at = place.firewall(firewall.name)
  const range = firewall.allow.find((allowed) => cidrContains(allowed, src))
  const seen = { firewall: firewall.name, src: formatAddress(src) }
  if (!range) {
    const { rejects } = firewall
    const allowed = firewall.allow.map(formatCidr)
    const answers: Standing | null = rejects ? { in: 'far', network, over } : null
    return dropped(travel, at, { code: 'dropped-far-firewall', ...seen, rejects, allowed }, answers)
  }
  const reason = { code: 'firewall-allowed', ...seen, range: formatCidr(range) } as const
  journal.note({ place: at, stage: 'firewall', mood: 'passed', reason })
  return null
}

type InFar = Extract<Standing, { in: 'far' }>

/** In an on-prem network: to a host of its own, over another attachment, or nowhere. */
export function beFar(travel: Travel, here: InFar): Standing | Journey {
  const { fabric, journal } = travel
  const { network } = here
  const { dst } = journal.moving()
  const at = place.onPrem(network.name)
  const way = farWay(fabric, network, dst)
  switch (way.kind) {
    case 'own': {
      const host = hostAt(fabric, network.name, dst)
      if (host?.kind === 'endpoint') return arriveAtEndpoint(travel, host.endpoint, here)
      return dropped(travel, at, { code: 'dropped-nobody-there', dst: formatAddress(dst), at })
    }
    case 'discard': {
      const told = { at, route: way.range, dst: formatAddress(dst) }
      return dropped(travel, at, { code: 'dropped-route-discards', ...told })
    }
    case 'over':
      return leaveFar(travel, here, way)
    case 'none':
      return leadsNowhere(travel, here)
  }
}

function leaveFar(
  travel: Travel,
  { network }: InFar,
  way: Extract<FarWay, { kind: 'over' }>,
): Standing | Journey {
  const { journal, crossings, been } = travel
  const { attachment, learned, range, equals } = way
  const { src, dst } = journal.moving()
  const at = place.onPrem(network.name)
  const again = `${at} ${attachment.name} ${addressKey(src)} ${addressKey(dst)}`
  if (been.has(again)) {
    return dropped(travel, at, { code: 'dropped-routing-loop', at, route: range })
  }
  been.add(again)
  if (equals) journal.assume({ code: 'equal-routes-pick-one' })
  const reason: Reason = learned
    ? { code: 'entered-vpc', attachment: attachment.name, route: range }
    : { code: 'far-static-route', at, attachment: attachment.name, route: range }
  const gate = place.attachment(attachment.name)
  journal.note({ place: gate, stage: 'attachment', mood: 'passed', reason })
  crossings.push({ kind: 'attachment', attachment: attachment.name })
  return { in: 'vpc', vpc: attachment.vpc, from: { kind: 'attachment', attachment } }
}

/** What a learned default route brings is nobody's there: the far side hands it on to the internet. */
function leadsNowhere(travel: Travel, here: InFar): Journey {
  const { fabric, journal } = travel
  const { network, over } = here
  const { dst } = journal.moving()
  const at = place.onPrem(network.name)
  const told = formatAddress(dst)
  if (!over) {
    const advertised = advertisedTo(fabric, network.name)
    return dropped(travel, at, { code: 'dropped-not-advertised', at, dst: told, advertised })
  }
  if (isPublic(dst)) {
    journal.assume({ code: 'on-prem-forwards-internet' })
    return arrive(travel, at, here)
  }
  if (network.ranges.length === 0) {
    return notTold(travel, at, { code: 'far-ranges', of: network.name }, 'arrival')
  }
  return dropped(travel, at, { code: 'dropped-nobody-there', dst: told, at })
}
