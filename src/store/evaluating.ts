import type { Result } from '../net/result.ts'
import type { Evaluation } from '../scenario/evaluation.ts'
import type { ScenarioState } from '../scenario/state.ts'
import { studiedDataplane } from '../scenario/studied-cluster.ts'
import type { EngineFault } from '../worker/protocol.ts'
import { ownWords } from './dataplane-words.ts'
import { playground } from './playground.ts'
import { evaluationOf } from './run.ts'

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
    playground().setState(({ run }) => ({ run: { phase: 'asking', last: evaluationOf(run) } }))
    const [answer, own] = await Promise.all([
      ask(scenario),
      ownWords(studiedDataplane(scenario.document)),
    ])
    if (newest !== scenario) return
    if (!answer.ok) {
      playground().setState(({ run }) => ({
        run: { phase: 'failed', fault: answer.error, last: evaluationOf(run) },
        playing: false,
      }))
      return
    }
    // The text in force is part of the next question; it needs no new answer to this one.
    newest = now ? withTextInForce(scenario, answer.value.config.state) : scenario
    playground().setState({
      scenario: newest,
      own,
      run: { phase: 'answered', evaluation: answer.value },
    })
  }

  playground().subscribe(({ scenario }) => {
    if (scenario !== newest) void evaluate()
  })
  askAgain = evaluate
  void evaluate()
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
