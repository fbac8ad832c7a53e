import type { Trace } from '../../engine/trace.ts'
import { seenFrom, type Viewpoint } from '../at-moment.ts'
import { readyWorld, send, sendChosen } from '../evaluate.ts'
import { drawMap } from '../map/draw-map.ts'
import type { ScenarioState } from '../state.ts'
import { studiedDataplane } from '../studied-cluster.ts'
import { type ClusterCheck, clusterChecks } from './cluster-checks.ts'
import { crossingsOf } from './crossings.ts'
import type { ProbeReport } from './printed.ts'
import type { Probed } from './probed.ts'
import { type ProbeSpot, spotText } from './spot.ts'
import { type ProbeSpots, spotsOf } from './spots.ts'
import { toolsAt } from './tools-at.ts'

export interface ProbeRequest {
  readonly spots: readonly ProbeSpot[]
  /** Names of flows that have passed before: nat counters hold them already. */
  readonly before: readonly string[]
}

/** What probes read, and where more of them can be put. */
export interface Probing {
  readonly reports: readonly ProbeReport[]
  readonly spots: ProbeSpots
}

/** What the tools print at the places asked for, while the chosen flow's packet makes its journey. */
export const probe = async (
  ...asked: Parameters<typeof probing>
): Promise<readonly ProbeReport[]> => (await probing(...asked)).reports

export async function probing(
  state: ScenarioState,
  { spots, before }: ProbeRequest,
  at?: Viewpoint,
): Promise<Probing> {
  const seen = at === undefined ? state : await seenFrom(state, at)
  const ready = await readyWorld(seen)
  const { trace } = sendChosen(ready, seen)
  if (trace === null) return { reports: spots.map((spot) => ({ spot, tools: [] })), spots: NOWHERE }
  const earlier = seen.document.flows
    .filter(({ name }) => before.includes(name))
    .flatMap((spec) => send(ready, seen.document, spec).trace ?? [])
  const probed = probedOf(seen, ready, trace)
  return {
    reports: spots.map((spot) => ({ spot, tools: toolsAt(probed, spot, earlier) })),
    spots: spotsOf(probed),
  }
}

const NOWHERE: ProbeSpots = { onWay: [], places: [], links: [], chains: [] }

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

/** How to see the chosen flow on a real cluster; empty where it cannot be sent. */
export async function checksOn(
  state: ScenarioState,
  at?: Viewpoint,
): Promise<readonly ClusterCheck[]> {
  const seen = at === undefined ? state : await seenFrom(state, at)
  const ready = await readyWorld(seen)
  const { trace } = sendChosen(ready, seen)
  return trace === null ? [] : clusterChecks(probedOf(seen, ready, trace), seen.flow)
}

/** Every spot that a probe can be put at, as `parseSpot` reads them. */
export async function placesToProbe(state: ScenarioState): Promise<readonly string[]> {
  const { spots } = await probing(state, { spots: [], before: [] })
  return [...spots.places, ...spots.links, ...spots.chains].map(spotText)
}
