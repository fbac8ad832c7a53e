import type { Installed } from '../dataplanes/dataplane.ts'
import { decide } from '../engine/decide.ts'
import type { Trace } from '../engine/trace.ts'
import type { World } from '../engine/world.ts'
import type { Family } from '../net/address.ts'
import type { Evaluation } from './evaluation.ts'
import type { Issue } from './issue.ts'
import { drawMap } from './map/draw-map.ts'
import { withOwnAssumptions } from './own-assumptions.ts'
import type { programRows } from './program-rows.ts'
import { readFlow } from './read-flow.ts'
import { ruleRows } from './rule-rows.ts'
import { sameFlow } from './same-flow.ts'
import type { FlowSpec, ScenarioState } from './state.ts'
import { studiedCluster } from './studied-cluster.ts'
import { type Moment, stateBefore, timelineOf } from './timeline.ts'
import { worldOf } from './world-of.ts'

/** A scenario to everything that can be said of it. Pure: the same state gives the same answer. */
export async function evaluate(state: ScenarioState): Promise<Evaluation> {
  const { world: present, installed, issues, refusals } = await worldOf(state)
  const world = hasOldFlows(state) ? { ...present, past: await pastOf(state) } : present
  const { topology } = world
  const readable = issues.length === 0
  const chosen = readable ? send(world, installed, state.flow) : NOT_SENT
  const sent = (spec: FlowSpec): Sent => {
    // The chosen flow is sent once, and what is wrong with it is told once.
    if (sameFlow(spec, state.flow)) return { trace: chosen.trace, issues: [] }
    return readable ? send(world, installed, spec) : NOT_SENT
  }
  const declared = state.document.flows.map((spec) => ({ spec, ...sent(spec) }))
  const rowsOf = await programRowsFor(installed)
  return {
    trace: chosen.trace,
    flows: declared.flatMap(({ spec, trace }) => (trace ? [{ name: spec.name, trace }] : [])),
    map: drawMap(state.document, topology, chosen.trace),
    nodes: [...installed.nodes].map(([node, { writer, rules, printouts }]) => ({
      node,
      writer,
      chains: ruleRows(topology, rules, { family: familyOf(chosen.trace), rowsOf }),
      printouts,
    })),
    config: installed.config,
    switches: {
      defaultSnat: !studiedCluster(state.document)?.disableDefaultSnat,
      agent: installed.agent,
      masqLinkLocalInText: installed.masqLinkLocalInText,
    },
    timeline: await momentsOf(state, installed.agent),
    warnings: [],
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

const hasOldFlows = ({ flow, document }: ScenarioState): boolean =>
  [flow, ...document.flows].some(({ existing }) => existing)

const pastOf = async (state: ScenarioState): Promise<World['policies']> =>
  (await worldOf(stateBefore(state))).world.policies

/** What writes programs down is fetched where a node has some. */
async function programRowsFor({ nodes }: Installed): Promise<typeof programRows | null> {
  if (![...nodes.values()].some(({ rules }) => rules.programs)) return null
  return (await import('./program-rows.ts')).programRows
}

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

interface Sent {
  readonly trace: Trace | null
  readonly issues: readonly Issue[]
}

const NOT_SENT: Sent = { trace: null, issues: [] }

function send(world: World, installed: Installed, spec: FlowSpec): Sent {
  const flow = readFlow(world.topology, spec)
  return flow.ok
    ? { trace: withOwnAssumptions(decide(world, flow.value), installed), issues: [] }
    : { trace: null, issues: [flow.error] }
}

/** The family whose table the chosen flow walks. */
const familyOf = (trace: Trace | null): Family =>
  trace?.forward.hops[0].before.src.includes(':') ? 6 : 4
