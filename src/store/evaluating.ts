import type { Result } from '../net/result.ts'
import type { Evaluation } from '../scenario/evaluation.ts'
import type { ScenarioState } from '../scenario/state.ts'
import { studiedDataplane } from '../scenario/studied-cluster.ts'
import type { EngineFault } from '../worker/protocol.ts'
import { ownWords } from './dataplane-words.ts'
import { playground } from './playground.ts'
import { evaluationOf, faultOf } from './run.ts'

export type AskEvaluation = (state: ScenarioState) => Promise<Result<Evaluation, EngineFault>>

/**
 * Asks the engine after each change of the scenario and puts its answer into the store. An answer
 * to a question that is no longer the newest one is dropped. What is said of another moment than now
 * does not tell which text is in force.
 */
export function keepEvaluating(ask: AskEvaluation, isNow = () => true): void {
  let newest: ScenarioState | null = null

  const evaluate = async (): Promise<void> => {
    const { scenario } = playground().getState()
    newest = scenario
    const now = isNow()
    // Asked before it is told: the engine is at work while the screen is drawn.
    const asked = Promise.all([ask(scenario), ownWords(studiedDataplane(scenario.document))])
    playground().setState(({ run }) => ({
      run: { phase: 'asking', last: evaluationOf(run), fault: faultOf(run) },
    }))
    const [answer, own] = await asked
    if (!isSameQuestion(newest, scenario)) return
    if (!answer.ok) {
      playground().setState(({ run }) => ({
        run: { phase: 'failed', fault: answer.error, last: evaluationOf(run) },
        playing: false,
      }))
      return
    }
    const moved = newest ?? scenario
    // The text in force is part of the next question; it needs no new answer to this one.
    newest = now ? withTextInForce(moved, answer.value.config.state) : moved
    playground().setState({
      scenario: newest,
      own,
      run: { phase: 'answered', evaluation: answer.value },
    })
  }

  playground().subscribe(({ scenario, run }) => {
    if (scenario === newest) return
    if (run.phase !== 'failed' && isSameQuestion(newest, scenario)) newest = scenario
    else void evaluate()
  })
  askAgain = evaluate
  void evaluate()
}

/** Where things stand on the map changes nothing that the engine says. */
function isSameQuestion(a: ScenarioState | null, b: ScenarioState): boolean {
  const parts = ({ document, ...others }: ScenarioState): Record<string, unknown> => ({
    ...document,
    ...others,
    positions: null,
  })
  const [was, now] = [a === null ? {} : parts(a), parts(b)]
  return Object.keys({ ...was, ...now }).every((key) => was[key] === now[key])
}

/** The same question once more, after the engine has failed. */
export let askAgain: () => Promise<void> = () => Promise.resolve()

/** A new agent starts on its defaults, and so does one whose ConfigMap is gone. */
export function withTextInForce(
  scenario: ScenarioState,
  state: Evaluation['config']['state'],
): ScenarioState {
  const { manifests } = scenario
  const inForce = {
    accepted: manifests.text,
    refused: manifests.inForce,
    absent: null,
    unread: null,
  }[state]
  return inForce === manifests.inForce
    ? scenario
    : { ...scenario, manifests: { ...manifests, inForce } }
}
