import type { Header, Hop, PlaceId, Trace } from '../../engine/trace.ts'
import type { PassingPacket } from '../../tools/passing-packet.ts'
import type { Link } from '../evaluation.ts'
import type { Since } from './printed.ts'

/** A packet on one link. */
export interface Crossing {
  readonly from: PlaceId
  readonly to: PlaceId
  readonly packet: PassingPacket
  /** When it has come to the far end. */
  readonly since: Since
  /** It is inside another packet there. */
  readonly inTunnel: boolean
}

/** Every link that a packet of the flow passes, in their order: the first one, its answer or a refusal. */
export function crossingsOf(trace: Trace, links: readonly Link[]): readonly Crossing[] {
  const hops = [...trace.forward.hops, ...(trace.reply?.hops ?? [])]
  const answersFrom = trace.forward.hops.length
  const passed = hops.flatMap((hop, i) => {
    const before = hops[i - 1]
    if (before === undefined || before.place === hop.place) return []
    const kind = i < answersFrom ? 'request' : 'answer'
    return onLinks(links, before, hop, {
      packet: { header: hop.before, kind },
      since: { hop: i, step: 0 },
      inTunnel: [before, hop].some(({ reason }) => reason.code === 'through-tunnel'),
    })
  })
  return [...passed, ...refusal(trace, passed)]
}

function onLinks(
  links: readonly Link[],
  { place: from }: Hop,
  { place: to }: Hop,
  crossing: Omit<Crossing, 'from' | 'to'>,
): readonly Crossing[] {
  const way = wayBetween(links, from, to)
  return way.slice(1).map((place, i) => ({ ...crossing, from: way[i] ?? from, to: place }))
}

/** Over as few links as possible; straight where none lead there. */
function wayBetween(links: readonly Link[], from: PlaceId, to: PlaceId): readonly PlaceId[] {
  const roads = links.filter(({ kind }) => kind !== 'backs')
  const ways = new Map<PlaceId, readonly PlaceId[]>([[from, [from]]])
  // A map lists what is added while it is walked: breadth first.
  for (const [at, way] of ways) {
    if (at === to) return way
    for (const next of placesNextTo(roads, at)) {
      if (!ways.has(next)) ways.set(next, [...way, next])
    }
  }
  return [from, to]
}

const placesNextTo = (links: readonly Link[], at: PlaceId): readonly PlaceId[] => [
  ...links.filter(({ from }) => from === at).map(({ to }) => to),
  ...links.filter(({ to }) => to === at).map(({ from }) => from),
]

/** Whoever refuses says so at once, and that comes back by the way the packet had taken. */
function refusal({ outcome, forward }: Trace, passed: readonly Crossing[]): readonly Crossing[] {
  if (outcome.symptom !== 'reset' || outcome.lostOn !== 'forward') return []
  const since = { hop: forward.hops.length - 1, step: null }
  return passed.toReversed().map(({ from, to, packet: { header }, inTunnel }) => ({
    from: to,
    to: from,
    packet: { header: turned(header), kind: 'refusal' },
    since,
    inTunnel,
  }))
}

function turned({ sport, dport, ...header }: Header): Header {
  const { src, srcOwner, dst, dstOwner } = header
  return {
    ...header,
    ...{ src: dst, srcOwner: dstOwner, dst: src, dstOwner: srcOwner },
    ...(dport === undefined ? {} : { sport: dport }),
    ...(sport === undefined ? {} : { dport: sport }),
  }
}
