import { decide } from '../engine/decide.ts'
import type { Trace } from '../engine/trace.ts'
import type { World } from '../engine/world.ts'
import type { ScenarioDocument } from './document.ts'
import type { Evaluation } from './evaluation.ts'
import type { Issue } from './issue.ts'
import { drawMap } from './map/draw-map.ts'
import { withOwnAssumptions } from './own-assumptions.ts'
import { readFlow } from './read-flow.ts'
import type { SaidBesides } from './said-besides.ts'
import { sameFlow } from './same-flow.ts'
import type { FlowSpec, ScenarioState } from './state.ts'
import { studiedCluster } from './studied-cluster.ts'
import { type ScenarioWorld, worldOf } from './world-of.ts'

/** A scenario to everything that can be said of it. Pure: the same state gives the same answer. */
export async function evaluate(state: ScenarioState): Promise<Evaluation> {
  const made = await readyWorld(state)
  const { installed, issues, refusals } = made
  const { topology } = made.world
  const chosen = sendChosen(made, state)
  const sent = (spec: FlowSpec): Sent => {
    // The chosen flow is sent once, and what is wrong with it is told once.
    if (sameFlow(spec, state.flow)) return { trace: chosen.trace, issues: [] }
    return send(made, state.document, spec)
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
    ...(await saidBesides(state, installed.agent)),
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

export const sendChosen = (made: ScenarioWorld, { document, flow }: ScenarioState): Sent =>
  isBegun(flow) ? send(made, document, flow) : NOT_SENT

/**
 * What flows are sent in: where some are old, with what stood there when they began. Whoever asks
 * several things about one state has it made ready once.
 */
export function readyWorld(state: ScenarioState): Promise<ScenarioWorld> {
  const known = ready.get(state) ?? makeReady(state)
  ready.set(state, known)
  return known
}

const ready = new WeakMap<ScenarioState, Promise<ScenarioWorld>>()

async function makeReady(state: ScenarioState): Promise<ScenarioWorld> {
  const read = await worldOf(state)
  return hasOldFlows(state)
    ? { ...read, world: { ...read.world, past: await pastOf(state) } }
    : read
}

/** Not needed for the first packet, and so a chunk of its own. */
const saidBesides: SaidBesides = async (state, agent) =>
  (await import('./said-besides.ts')).saidBesides(state, agent)

const hasOldFlows = ({ flow, document }: ScenarioState): boolean =>
  [flow, ...document.flows].some(({ existing }) => existing)

async function pastOf(state: ScenarioState): Promise<World['policies']> {
  const { stateBefore } = await import('./timeline.ts')
  return (await worldOf(stateBefore(state))).world.policies
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
  { world, installed, loose, issues, isHeldBack }: ScenarioWorld,
  document: ScenarioDocument,
  spec: FlowSpec,
): Sent {
  const flow = readFlow(world.topology, spec, loose)
  if (!flow.ok) return { trace: null, issues: [flow.error] }
  const trace = withOwnAssumptions(decide(world, flow.value), installed)
  const held = isHeldBack?.(document, world.topology, { issues, trace })
  return held ? NOT_SENT : { trace, issues: [] }
}
