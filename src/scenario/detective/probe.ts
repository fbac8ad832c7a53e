import type { Trace } from '../../engine/trace.ts'
import type { Topology } from '../../topology/topology.ts'
import type { Viewpoint } from '../at-moment.ts'
import { readyWorld, send } from '../evaluate.ts'
import type { FlowSpec, ScenarioState } from '../state.ts'
import type { ScenarioWorld } from '../world-of.ts'

/** A scenario made ready to be asked about any number of flows. */
export interface Probe {
  readonly state: ScenarioState
  readonly agents: ScenarioWorld['agents']
  readonly topology: Topology
  /** Null where it cannot be sent. */
  readonly send: (spec: FlowSpec) => Trace | null
}

export async function probe(state: ScenarioState): Promise<Probe> {
  const ready = await readyWorld(state)
  return {
    state,
    agents: ready.agents,
    topology: ready.world.topology,
    send: (spec) => send(ready, state.document, spec).trace,
  }
}

/** What is looked at: the scenario as it stands, or one that knows what it was before its last change. */
export type Look = (state: ScenarioState) => Promise<ScenarioState>

export async function lookFrom(viewpoint: Viewpoint | undefined): Promise<Look> {
  if (viewpoint === undefined) return (state) => Promise.resolve(state)
  const { seenFrom } = await import('../at-moment.ts')
  return (state) => seenFrom(state, viewpoint)
}
