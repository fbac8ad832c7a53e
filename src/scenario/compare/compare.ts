import type { ClusterFacts } from '../../dataplanes/dataplane.ts'
import { DATAPLANE_IDS, type DataplaneId, loadDataplane } from '../../dataplanes/registry.ts'
import type { Hop, Trace } from '../../engine/trace.ts'
import { evaluate } from '../evaluate.ts'
import type { Evaluation, NodeRules } from '../evaluation.ts'
import { readTopology } from '../read-topology.ts'
import { ruleBook } from '../rule-book.ts'
import type { FlowSpec, ScenarioState } from '../state.ts'
import { clusterFacts } from '../world-of.ts'
import type {
  Beat,
  Comparison,
  DecidingRule,
  Lane,
  LaneManifests,
  MatrixRow,
} from './comparison.ts'
import { flowsByDestination } from './destinations.ts'
import { firstDivergence } from './divergence.ts'
import { type Candidate, laneState } from './lane-state.ts'
import { lockstep } from './lockstep.ts'
import { matrixCell } from './verdict.ts'

/**
 * The scenario's flow, and one to each class of destinations, under several dataplanes: each is
 * evaluated as if it were the scenario's own. Null stands for all there are; names of none are left out.
 */
export async function compare(
  state: ScenarioState,
  dataplanes: readonly string[] | null,
): Promise<Comparison> {
  const read = readTopology(state.document)
  const facts = clusterFacts(state.document, read)
  const flows = flowsByDestination(read.topology, state.flow.from)
  const chosen = DATAPLANE_IDS.filter((id) => dataplanes === null || dataplanes.includes(id))
  const runs = await Promise.all(
    chosen.map(async (id) => run(id, laneState(state, await described(id, facts), flows))),
  )
  const { columns, lanes: hops } = lockstep(runs.map(({ evaluation }) => evaluation.trace))
  const lanes = runs.map((each, i) => laneOf(each, hops[i] ?? []))
  return {
    known: DATAPLANE_IDS,
    lanes,
    columns,
    divergence: firstDivergence(lanes, columns),
    matrix: matrix(runs, flows),
  }
}

interface Run {
  readonly id: DataplaneId
  readonly manifests: LaneManifests
  readonly evaluation: Evaluation
  readonly nodes: readonly NodeRules[]
}

async function described(id: DataplaneId, facts: ClusterFacts): Promise<Candidate> {
  const { settings, starter } = await loadDataplane(id)
  return { id, settings, starter: starter(facts) }
}

const run = async (
  id: DataplaneId,
  { state, manifests }: ReturnType<typeof laneState>,
): Promise<Run> => {
  const [evaluation, { nodes }] = await Promise.all([evaluate(state), ruleBook(state, null)])
  return { id, manifests, evaluation, nodes }
}

const laneOf = (
  { id, manifests, evaluation, nodes }: Run,
  hops: readonly (Hop | null)[],
): Lane => ({
  dataplane: id,
  manifests,
  outcome: evaluation.trace?.outcome ?? null,
  issues: evaluation.issues.filter(({ path }) => !path.startsWith('flows.')),
  beats: hops.map((hop) => (hop === null ? null : beatOf(hop, nodes))),
})

function beatOf({ walk, ...hop }: Hop, nodes: Run['nodes']): Beat {
  return { ...hop, rule: walk?.decided ? decidingRule(walk, nodes) : null }
}

function decidingRule(
  { node, decided }: NonNullable<Hop['walk']>,
  nodes: Run['nodes'],
): DecidingRule | null {
  if (decided === null) return null
  const { chain, line, id } = decided
  const row = nodes
    .find((each) => each.node === node)
    ?.chains.flatMap(({ rules }) => rules)
    .find(({ ref }) => ref.id === id)
  return { chain, line, text: row?.text ?? '' }
}

/** A class that no lane could send to is left out. */
function matrix(runs: readonly Run[], flows: readonly FlowSpec[]): readonly MatrixRow[] {
  return flows.flatMap((flow) => {
    const traces = runs.map(
      ({ evaluation }): Trace | null =>
        evaluation.flows.find(({ name }) => name === flow.name)?.trace ?? null,
    )
    if (traces.every((trace) => trace === null)) return []
    const destination = flow.name as MatrixRow['destination']
    const cells = runs.map(({ id }, i) => matrixCell(id, destination, traces[i] ?? null))
    return [{ destination, flow, cells }]
  })
}
