import { createStore, useStore } from 'zustand'
import type { Arrivals } from '../scenario/arrivals/arrival.ts'
import type { Diagnosis, Fix } from '../scenario/detective/diagnosis.ts'
import type { SenderComparison } from '../scenario/detective/sender-comparison.ts'
import type { ScenarioState } from '../scenario/state.ts'
import { EngineClient, later, type WorkerLike } from '../worker/client.ts'
import { undo } from './history.ts'
import { investigation } from './investigation.ts'
import { playground } from './playground.ts'
import { openScenario } from './scenario-actions.ts'
import { viewpoint } from './time.ts'

/** What the engine said last of why the flow fails. While it is asked again that stays in view. */
interface DetectiveState {
  readonly phase: 'asking' | 'answered' | 'failed'
  readonly diagnosis: Diagnosis | null
  readonly senders: SenderComparison | null
  /** The fix that was applied last, as long as nothing else has changed since. */
  readonly applied: Fix | null
}

const store = createStore<DetectiveState>(() => ({
  phase: 'asking',
  diagnosis: null,
  senders: null,
  applied: null,
}))

export const useDetective = (): DetectiveState => useStore(store)

let engine: EngineClient | null = null

/** Hundreds of scenarios are tried for one answer, in large worlds each for some time. */
const PATIENCE_MS = 30_000

/**
 * From now on, as long as one investigates, it is asked after each change of the scenario. In a worker of
 * its own, so that packets are not kept waiting for it.
 */
export function startDetective(createWorker: () => WorkerLike): void {
  const client = new EngineClient(createWorker, later, PATIENCE_MS)
  engine = client
  let asked: ScenarioState | null = null
  const look = (): void => {
    const { scenario } = playground().getState()
    forgetApplied(scenario)
    if (!investigation().getState().open) {
      asked = null
    } else if (asked === null || !isSame(asked, scenario)) {
      asked = scenario
      void ask(client, scenario)
    }
  }
  playground().subscribe(look)
  investigation().subscribe(look)
  look()
}

async function ask(client: EngineClient, state: ScenarioState): Promise<void> {
  store.setState({ phase: 'asking' })
  const [diagnosis, senders] = await Promise.all([
    client.ask({ kind: 'diagnose', state, ...viewpoint() }),
    client.ask({ kind: 'compare-senders', state, other: null, ...viewpoint() }),
  ])
  if (!isSame(playground().getState().scenario, state)) return
  store.setState({
    phase: diagnosis.ok ? 'answered' : 'failed',
    diagnosis: diagnosis.ok ? diagnosis.value : null,
    senders: senders.ok ? senders.value : null,
  })
}

/** All changes of a fix at once: one step of undoing. */
export function applyFix(fix: Fix): void {
  store.setState({ applied: fix, phase: 'asking' })
  openScenario(fix.after)
}

export function undoFix(): void {
  undo()
}

/** Once anything else has changed, undoing would take back that. */
function forgetApplied(scenario: ScenarioState): void {
  const { applied } = store.getState()
  if (applied !== null && !isSame(applied.after, scenario)) store.setState({ applied: null })
}

/** Starts the worker with all that it may want, so that nothing is fetched later. */
export const fetchDetectiveWorker = async (): Promise<unknown> =>
  engine?.ask({ kind: 'fetch-the-rest' })

/** Null where the engine does not answer. */
export async function askArrivals(): Promise<Arrivals | null> {
  const { scenario: state } = playground().getState()
  const answer = await engine?.ask({ kind: 'arrivals', state })
  return answer?.ok === true ? answer.value : null
}

/** Nothing that a person chose differs: only the text in force, which the engine tells. */
const isSame = (a: ScenarioState, b: ScenarioState): boolean =>
  a.document === b.document &&
  a.flow === b.flow &&
  a.manifests.text === b.manifests.text &&
  a.manifests.applied === b.manifests.applied
