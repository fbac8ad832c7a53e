import { type Address, formatAddress } from '../../net/address.ts'
import { type Cidr, cidrContains, cidrCovers, formatCidr } from '../../net/cidr.ts'
import { hasPorts } from '../../net/protocol.ts'
import type { Endpoint } from '../../topology/network.ts'
import type { Moving } from '../moving.ts'
import { place } from '../place.ts'
import {
  arrive,
  dropped,
  type Guess,
  type Journey,
  notTold,
  type Standing,
  type Travel,
} from './travel.ts'

/** At a host: does it let the source in, and does a process listen on that port? */
export function arriveAtEndpoint(travel: Travel, endpoint: Endpoint, answers: Standing): Journey {
  const turned = passAllowList(travel, endpoint)
  if (turned) return turned
  const { dst, protocol, dport } = travel.journal.moving()
  const port = dport.kind === 'exact' ? dport.port : 0
  const at = place.endpoint(endpoint.name)
  const isOpen = endpoint.ports?.includes(port) ?? true
  if (!hasPorts(protocol) || isOpen) return arrive(travel, at, answers)
  const reason = { code: 'dropped-port-closed', dst: formatAddress(dst), port } as const
  return dropped(travel, at, reason, answers)
}

function passAllowList(travel: Travel, { name, allow }: Endpoint): Journey | null {
  if (!allow) return null
  const { journal, guess } = travel
  const { src } = journal.moving()
  const at = place.endpoint(name)
  const seen = { endpoint: name, src: formatAddress(src) }
  if (guess && isOpenQuestion(guess, allow)) return notTold(travel, at, guess.missing, 'firewall')
  const range = allow.find((allowed) => cidrContains(allowed, src))
  if (!range) {
    const allowed = allow.map(formatCidr)
    return dropped(travel, at, { code: 'dropped-endpoint-refuses', ...seen, allowed })
  }
  const reason = { code: 'endpoint-allowed', ...seen, range: formatCidr(range) } as const
  journal.note({ place: at, stage: 'firewall', mood: 'passed', reason })
  return null
}

/** Some of the sources that it may have are let in, and some are not. */
function isOpenQuestion({ ranges }: Guess, allow: readonly Cidr[]): boolean {
  const inside = ranges.filter((range) => allow.some((allowed) => cidrCovers(allowed, range)))
  const touched = ranges.filter((range) =>
    allow.some((allowed) => cidrCovers(allowed, range) || cidrCovers(range, allowed)),
  )
  return touched.length > 0 && inside.length < ranges.length
}

/**
 * A Private Service Connect endpoint: the producer behind it sees an address of its own NAT subnet.
 * Source: Google Cloud, "About published services".
 */
export function arriveAtPsc(travel: Travel, endpoint: Endpoint, answers: Standing): Journey {
  const { journal } = travel
  const { name, natRange } = endpoint
  const at = place.endpoint(name)
  if (!natRange) {
    if (endpoint.allow) return notTold(travel, at, { code: 'psc-address', of: name }, 'firewall')
    journal.assume({ code: 'psc-hides-source' })
    return arriveAtEndpoint(travel, endpoint, answers)
  }
  const before = journal.moving()
  const after: Moving = {
    ...before,
    src: firstHost(natRange),
    sport: hasPorts(before.protocol) ? { kind: 'range', lo: 1024, hi: 65535 } : before.sport,
  }
  journal.assume({ code: 'psc-picks-address' })
  journal.assume({ code: 'port-chosen-at-random' })
  const from = formatAddress(before.src)
  const reason = {
    code: 'psc-translated',
    endpoint: name,
    from,
    range: formatCidr(natRange),
  } as const
  journal.note({ place: at, stage: 'cloud-nat', mood: 'translated', reason }, after)
  travel.crossings.push({ kind: 'translation', at, back: answers, before, after })
  travel.guess = { ranges: [natRange], missing: { code: 'psc-address', of: name } }
  return arriveAtEndpoint(travel, endpoint, answers)
}

/** The first address of a subnet that is free for use: the third, after the network's and the gateway's. */
function firstHost({ base, prefix }: Cidr): Address {
  const width = base.words.length * 32
  const last = base.words.length - 1
  const step = width - prefix >= 2 ? 2 : 0
  return { ...base, words: base.words.map((word, i) => (i === last ? word + step : word)) }
}
