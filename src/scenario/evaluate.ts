import { DATAPLANES } from '../dataplanes/registry.ts'
import { decide } from '../engine/decide.ts'
import type { Trace } from '../engine/trace.ts'
import type { World } from '../engine/world.ts'
import type { Family } from '../net/address.ts'
import type { Topology } from '../topology/topology.ts'
import type { Evaluation } from './evaluation.ts'
import { installFor } from './install.ts'
import type { Issue } from './issue.ts'
import { drawMap } from './map.ts'
import { readFlow } from './read-flow.ts'
import { readTopology } from './read-topology.ts'
import { ruleRows } from './rule-rows.ts'
import type { FlowSpec, ScenarioState } from './state.ts'

/** A scenario to everything that can be said of it. Pure: the same state gives the same answer. */
export function evaluate(state: ScenarioState): Evaluation {
  const read = readTopology(state.document)
  const topology = read.ok ? read.value : NOTHING
  const installed = installFor(DATAPLANES[state.document.cluster.dataplane], state, topology)
  const world: World = {
    topology,
    policies: new Map(
      topology.nodes.map(({ name }) => [
        name,
        { rules: installed.rules, silence: installed.silence },
      ]),
    ),
  }
  const chosen = read.ok ? send(world, state.flow) : { trace: null, issues: [] }
  const declared = state.document.flows.map((spec) => ({ spec, ...send(world, spec) }))
  return {
    trace: chosen.trace,
    flows: declared.flatMap(({ spec, trace }) => (trace ? [{ name: spec.name, trace }] : [])),
    map: drawMap(topology, chosen.trace),
    nodes: topology.nodes.map(({ name }) => ({
      node: name,
      writer: installed.writer,
      chains: ruleRows(topology, installed.rules, familyOf(chosen.trace)),
    })),
    config: installed.config,
    switches: {
      defaultSnat: !state.document.cluster.disableDefaultSnat,
      agent: installed.agent,
      masqLinkLocalInText: installed.masqLinkLocalInText,
    },
    issues: [
      ...(read.ok ? [] : read.error),
      ...chosen.issues,
      ...declared.flatMap(({ spec, issues }) =>
        issues.map((issue) => ({ ...issue, path: `flows.${spec.name}.${issue.path}` })),
      ),
    ],
  }
}

/** The family whose table the chosen flow walks. */
const familyOf = (trace: Trace | null): Family =>
  trace?.forward.hops[0].before.src.includes(':') ? 6 : 4

interface Sent {
  readonly trace: Trace | null
  readonly issues: readonly Issue[]
}

function send(world: World, spec: FlowSpec): Sent {
  const flow = readFlow(world.topology, spec)
  return flow.ok
    ? { trace: decide(world, flow.value), issues: [] }
    : { trace: null, issues: [flow.error] }
}

/** What there is of a scenario whose topology cannot be read. */
const NOTHING: Topology = {
  cluster: { name: '', podRanges: [], serviceRange: null },
  vpc: { name: '', subnets: [] },
  nodes: [],
  pods: [],
  cloudNat: null,
  attachments: [],
  onPrem: [],
  endpoints: [],
  metadataServer: null,
}
