import { place } from '../../engine/place.ts'
import type { PlaceId, Trace } from '../../engine/trace.ts'
import { ipsetLines } from '../../tools/ipset-list.ts'
import { seenFrom, type Viewpoint } from '../at-moment.ts'
import { readyWorld, send, sendChosen } from '../evaluate.ts'
import { drawMap } from '../map/draw-map.ts'
import type { ScenarioState } from '../state.ts'
import { studiedDataplane } from '../studied-cluster.ts'
import { captureOnLink, capturesAt, nodeAt, podAt } from './captures.ts'
import { hubbleOf, natMapOn } from './cilium-prints.ts'
import { crossingsOf } from './crossings.ts'
import { countedBy, natListing } from './nat-listing.ts'
import { always, type ProbeReport, type ToolPrint } from './printed.ts'
import { isSix, type Probed } from './probed.ts'
import { type ProbeSpot, spotText } from './spot.ts'
import { trackedOn } from './tracked.ts'

export interface ProbeRequest {
  readonly spots: readonly ProbeSpot[]
  /** Names of flows that have passed before: nat counters hold them already. */
  readonly before: readonly string[]
}

/** What the tools print at the places asked for, while the chosen flow's packet makes its journey. */
export async function probe(
  state: ScenarioState,
  { spots, before }: ProbeRequest,
  at?: Viewpoint,
): Promise<readonly ProbeReport[]> {
  const seen = at === undefined ? state : await seenFrom(state, at)
  const ready = await readyWorld(seen)
  const { trace } = sendChosen(ready, seen)
  if (trace === null) return spots.map((spot) => ({ spot, tools: [] }))
  const earlier = seen.document.flows
    .filter(({ name }) => before.includes(name))
    .flatMap((spec) => send(ready, seen.document, spec).trace ?? [])
  const probed = probedOf(seen, ready, trace)
  return spots.map((spot) => ({ spot, tools: toolsAt(probed, spot, earlier) }))
}

export function probedOf(
  { document }: ScenarioState,
  { world: { topology }, installed }: Awaited<ReturnType<typeof readyWorld>>,
  trace: Trace,
): Probed {
  const map = drawMap(document, topology, trace)
  const crossings = crossingsOf(trace, map.links)
  const clusters = new Map(document.clusters.map(({ name, dataplane }) => [name, dataplane]))
  const dataplanes = new Map(
    topology.nodes.map(({ name, cluster }) => [
      name,
      clusters.get(cluster) ?? studiedDataplane(document),
    ]),
  )
  return { topology, installed, map, trace, crossings, dataplanes }
}

export function toolsAt(
  probed: Probed,
  spot: ProbeSpot,
  earlier: readonly Trace[],
): readonly ToolPrint[] {
  if (spot.kind === 'link') return captureOnLink(probed, spot.from, spot.to)
  if (!isThere(probed, spot.place)) return []
  const node = nodeAt(probed, spot.place)?.name
  if (node === undefined) return atOther(probed, spot.place)
  return spot.kind === 'chain'
    ? tablesOn(probed, node, earlier, [spot.chain])
    : atNode(probed, node, earlier)
}

const isThere = ({ map }: Probed, at: PlaceId): boolean => map.places.some(({ id }) => id === at)

function atOther(probed: Probed, at: PlaceId): readonly ToolPrint[] {
  const pod = podAt(probed, at)
  return [...capturesAt(probed, at), ...(pod ? hubbleOf(probed, pod.node) : [])]
}

function atNode(probed: Probed, name: string, earlier: readonly Trace[]): readonly ToolPrint[] {
  const { trace, installed, topology } = probed
  const node = topology.nodes.find((each) => each.name === name)
  const decided = decidingChain(trace, name)
  return [
    ...capturesAt(probed, place.node(name)),
    ...tablesOn(probed, name, earlier, decided === null ? [null] : [decided, null]),
    trackedOn(name, trace),
    ...setsOn(probed, name),
    ...(node ? natMapOn(probed, node) : []),
    ...hubbleOf(probed, name),
    ...(installed.nodes.get(name)?.printouts ?? []).map(
      ({ command, text }): ToolPrint => ({
        tool: 'status',
        id: command,
        on: { kind: 'node', name },
        command,
        lines: text.trimEnd().split('\n').map(always),
      }),
    ),
  ]
}

/** Table nat, whole or one chain of it. */
function tablesOn(
  probed: Probed,
  node: string,
  earlier: readonly Trace[],
  chains: readonly (string | null)[],
): readonly ToolPrint[] {
  const rules = probed.installed.nodes.get(node)?.rules
  if (!rules) return []
  const table = isSix(probed) ? rules.nat6 : rules.nat4
  const counted = { trace: probed.trace, earlier: countedBy(node, earlier) }
  return chains.flatMap((chain) => natListing(node, table, chain, counted) ?? [])
}

/** The chain whose rule decided about the source on a node; null where none did. */
export function decidingChain(
  { forward, outcome: { because } }: Trace,
  node: string,
): string | null {
  const walked = forward.hops.filter(({ walk }) => walk?.node === node && walk.hook !== 'TC_EGRESS')
  const chains = walked
    .flatMap(({ walk }) => walk?.steps ?? [])
    .map((step) => ('chain' in step ? step.chain : step.rule.chain))
  if ('chain' in because && chains.includes(because.chain)) return because.chain
  return walked.findLast(({ walk }) => walk?.decided)?.walk?.decided?.chain ?? null
}

function setsOn({ installed }: Probed, name: string): readonly ToolPrint[] {
  const rules = installed.nodes.get(name)?.rules
  return (rules?.sets ?? []).map(
    (set): ToolPrint => ({
      tool: 'ipset',
      id: `ipset ${set.name}`,
      on: { kind: 'node', name },
      command: `ipset list ${set.name}`,
      lines: ipsetLines(set, rules ? [rules.nat4, rules.nat6] : []).map(always),
    }),
  )
}

/** Every place and link that a probe can be put at, as `parseSpot` reads them. */
export async function placesToProbe(state: ScenarioState): Promise<readonly string[]> {
  const ready = await readyWorld(state)
  const { places, links } = drawMap(
    state.document,
    ready.world.topology,
    sendChosen(ready, state).trace,
  )
  return [
    ...places.map(({ id }) => id),
    ...links
      .filter(({ kind }) => kind !== 'backs')
      .map((link) => spotText({ ...link, kind: 'link' })),
  ]
}
