import { place } from '../../engine/place.ts'
import type { PlaceId } from '../../engine/trace.ts'
import { nodeAt, shellAt } from './captures.ts'
import { isSix, type Probed } from './probed.ts'
import { type ProbeSpot, spotText } from './spot.ts'
import { decidingChain } from './tools-at.ts'

/** Where a probe can be put. */
export interface ProbeSpots {
  /** In the order of the packet's way out, what can be listened at: links, nodes, the chain that decides. */
  readonly onWay: readonly ProbeSpot[]
  readonly places: readonly ProbeSpot[]
  readonly links: readonly ProbeSpot[]
  /** Of table nat on the nodes that the packet passes: what it walks through first, then the other hooks. */
  readonly chains: readonly ProbeSpot[]
}

export function spotsOf(probed: Probed): ProbeSpots {
  const { places, links } = probed.map
  return {
    onWay: distinct(onWay(probed)),
    places: places
      .filter(({ kind }) => kind !== 'service' && kind !== 'pods')
      .map(({ id }) => ({ kind: 'place', place: id })),
    links: links
      .filter(({ kind }) => kind !== 'backs')
      .map(({ from, to }) => ({ kind: 'link', from, to })),
    chains: distinct(nodesPassed(probed).flatMap((node) => chainsOn(probed, node))),
  }
}

function onWay(probed: Probed): readonly ProbeSpot[] {
  const { crossings, map, trace } = probed
  const begins = trace.forward.hops[0].place
  const passed = crossings.filter(({ packet }) => packet.kind === 'request')
  return [
    ...standing(probed, begins),
    ...passed.flatMap(({ from, to }): ProbeSpot[] => {
      const drawn = map.links.find((link) => isBetween(link, from, to))
      const heard = [from, to].some((at) => isHeard(probed, at))
      const link: ProbeSpot[] = drawn && heard ? [{ kind: 'link', ...ends(drawn) }] : []
      return [...link, ...standing(probed, to)]
    }),
  ]
}

/** Somebody can type there. */
const isHeard = (probed: Probed, at: PlaceId): boolean =>
  nodeAt(probed, at) !== undefined || shellAt(probed, at).kind !== 'nobody'

const ends = ({ from, to }: { readonly from: PlaceId; readonly to: PlaceId }) => ({ from, to })

const isBetween = (link: { from: PlaceId; to: PlaceId }, from: PlaceId, to: PlaceId): boolean =>
  (link.from === from && link.to === to) || (link.from === to && link.to === from)

/** A node and the chain that decides there; another place where one can type. */
function standing(probed: Probed, at: PlaceId): readonly ProbeSpot[] {
  const here: ProbeSpot = { kind: 'place', place: at }
  const node = nodeAt(probed, at)
  if (!node) return shellAt(probed, at).kind === 'host' ? [here] : []
  const chain = decidingChain(probed.trace, node.name)
  return chain === null ? [here] : [here, { kind: 'chain', place: at, chain }]
}

const nodesPassed = ({ trace, topology }: Probed): readonly string[] =>
  topology.nodes
    .map(({ name }) => name)
    .filter((name) => trace.forward.hops.some((hop) => hop.place === place.node(name)))

function chainsOn(probed: Probed, node: string): readonly ProbeSpot[] {
  const { installed, trace } = probed
  const rules = installed.nodes.get(node)?.rules
  if (!rules) return []
  const table = isSix(probed) ? rules.nat6 : rules.nat4
  const walked = trace.forward.hops
    .flatMap(({ walk }) => (walk?.node === node && walk.hook !== 'TC_EGRESS' ? walk.steps : []))
    .map((step) => ('chain' in step ? step.chain : step.rule.chain))
  const hooks = table.chains.filter(({ policy }) => policy !== null)
  return [...walked, ...hooks.map(({ name }) => name)].map((chain) => ({
    kind: 'chain',
    place: place.node(node),
    chain,
  }))
}

const distinct = (spots: readonly ProbeSpot[]): readonly ProbeSpot[] => [
  ...new Map(spots.map((spot) => [spotText(spot), spot])).values(),
]
