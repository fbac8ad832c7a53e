import type { Installed } from '../dataplanes/dataplane.ts'
import { decide } from '../engine/decide.ts'
import type { Trace } from '../engine/trace.ts'
import type { World } from '../engine/world.ts'
import type { ScenarioDocument } from './document.ts'
import type { Evaluation } from './evaluation.ts'
import { isHeldBack } from './held-back.ts'
import type { Issue } from './issue.ts'
import { drawMap } from './map/draw-map.ts'
import { withOwnAssumptions } from './own-assumptions.ts'
import { readFlow } from './read-flow.ts'
import { sameFlow } from './same-flow.ts'
import type { FlowSpec, ScenarioState } from './state.ts'
import { studiedCluster } from './studied-cluster.ts'
import { type Moment, stateBefore, timelineOf } from './timeline.ts'
import { type ScenarioWorld, worldOf } from './world-of.ts'

/** A scenario to everything that can be said of it. Pure: the same state gives the same answer. */
export async function evaluate(state: ScenarioState): Promise<Evaluation> {
  const ready = await readyWorld(state)
  const { installed, issues, refusals } = ready
  const { topology } = ready.world
  const chosen = sendChosen(ready, state)
  const sent = (spec: FlowSpec): Sent => {
    // The chosen flow is sent once, and what is wrong with it is told once.
    if (sameFlow(spec, state.flow)) return { trace: chosen.trace, issues: [] }
    return send(ready, state.document, spec)
  }
  const declared = state.document.flows.map((spec) => ({ spec, ...sent(spec) }))
  return {
    trace: chosen.trace,
    flows: declared.flatMap(({ spec, trace }) => (trace ? [{ name: spec.name, trace }] : [])),
    map: drawMap(state.document, topology, chosen.trace),
    config: installed.config,
    switches: {
      defaultSnat: !studiedCluster(state.document)?.disableDefaultSnat,
      agent: installed.agent,
      masqLinkLocalInText: installed.masqLinkLocalInText,
    },
    timeline: await momentsOf(state, installed.agent),
    warnings: await warningsOf(state),
    issues: [
      ...issues,
      ...refusals,
      ...chosen.issues,
      ...declared.flatMap(({ spec, issues: own }) =>
        own.map((issue) => ({ ...issue, path: `flows.${spec.name}.${issue.path}` })),
      ),
    ],
  }
}

export const sendChosen = (ready: ScenarioWorld, { document, flow }: ScenarioState): Sent =>
  isBegun(flow) ? send(ready, document, flow) : NOT_SENT

/** What flows are sent in: where some are old, with what stood there when they began. */
export async function readyWorld(state: ScenarioState): Promise<ScenarioWorld> {
  const read = await worldOf(state)
  return hasOldFlows(state)
    ? { ...read, world: { ...read.world, past: await pastOf(state) } }
    : read
}

/** Not needed for the first packet, and fetched while it is computed. */
const warningsOf = async ({ document }: ScenarioState): Promise<readonly Issue[]> =>
  (await import('./check-world/check-world.ts')).checkWorld(document)

const hasOldFlows = ({ flow, document }: ScenarioState): boolean =>
  [flow, ...document.flows].some(({ existing }) => existing)

const pastOf = async (state: ScenarioState): Promise<World['policies']> =>
  (await worldOf(stateBefore(state))).world.policies

/** What reads the agent's file is fetched where there is one, as it is for the agent itself. */
async function momentsOf(
  state: ScenarioState,
  agent: Installed['agent'],
): Promise<readonly Moment[]> {
  const { manifests } = state
  if (!manifests.applied || !agent?.runs) return timelineOf(state, null)
  const { agentTiming } = await import('./agent-timing.ts')
  return timelineOf(state, agentTiming(manifests))
}

export interface Sent {
  readonly trace: Trace | null
  readonly issues: readonly Issue[]
}

const NOT_SENT: Sent = { trace: null, issues: [] }

/** On an empty canvas nothing is to be sent, and nothing is wrong with that. */
const isBegun = ({ from, to }: FlowSpec): boolean => from !== '' || to !== ''

/** A flow, and what becomes of it or is wrong with it. */
export function send(
  { world, installed, loose, issues }: ScenarioWorld,
  document: ScenarioDocument,
  spec: FlowSpec,
): Sent {
  const flow = readFlow(world.topology, spec, loose)
  if (!flow.ok) return { trace: null, issues: [flow.error] }
  const trace = withOwnAssumptions(decide(world, flow.value), installed)
  return isHeldBack(document, world.topology, { issues, trace }) ? NOT_SENT : { trace, issues: [] }
}
