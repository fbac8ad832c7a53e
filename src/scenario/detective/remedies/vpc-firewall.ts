import type { Vpc } from '../../../topology/network.ts'
import type { Failure } from '../failure.ts'
import type { Generator } from '../remedy.ts'
import { adds } from './document-change.ts'
import { rangesAround } from './existing-range.ts'
import { sourceNotes } from './far-side.ts'
import { freeName } from './free-name.ts'

/** A rule that lets this source in, asked before whatever refuses it. */
export const allowIngress: Generator = (failure) => allow(failure, 'ingress')

/** A rule that lets this out to its destination. */
export const allowEgress: Generator = (failure) => allow(failure, 'egress')

type Direction = 'ingress' | 'egress'

function allow(failure: Failure, direction: Direction): ReturnType<Generator> {
  const { topology, source, destination, protocol, port } = failure
  const incoming = direction === 'ingress'
  const service = port === null ? protocol : `${protocol}:${port}`
  return topology.vpcs.flatMap((vpc) => {
    const priority = firstPriority(vpc, direction)
    if (vpc.firewall === null || priority === null) return []
    const rule = freeName(
      `allow-${direction}`,
      vpc.firewall.map(({ name }) => name),
    )
    return rangesAround(topology, incoming ? source : destination).map((existing) =>
      adds(
        {
          code: incoming ? 'allow-ingress' : 'allow-egress',
          at: `vpc:${vpc.name}`,
          params: { range: existing.text, vpc: vpc.name, rule, service },
          notes: incoming ? sourceNotes(failure, existing) : [],
        },
        ['vpcs', vpc.name, 'firewall'],
        {
          name: rule,
          direction,
          action: 'allow',
          priority,
          ranges: [existing.text],
          ...services(failure),
        },
      ),
    )
  })
}

/** Before every rule that denies; null where nothing can stand before one. */
function firstPriority({ firewall }: Vpc, direction: Direction): number | null {
  const denying = (firewall ?? [])
    .filter((rule) => rule.direction === direction && rule.action === 'deny')
    .map(({ priority }) => priority)
  const first = Math.min(1001, ...denying) - 1
  return first < 0 ? null : first
}

const NAMED: ReadonlySet<string> = new Set(['tcp', 'udp', 'icmp', 'sctp'])

/** Only this protocol and port; a protocol that a rule cannot name is let in with all others. */
const services = ({ protocol, port }: Failure) =>
  NAMED.has(protocol)
    ? { services: [{ protocol, ...(port === null ? {} : { ports: [port] }) }] }
    : {}
