import type { Result } from '../net/result.ts'
import type { Comparison } from '../scenario/compare/comparison.ts'
import type { ScenarioState } from '../scenario/state.ts'
import type { EngineFault } from '../worker/protocol.ts'
import { beginComparing, type Compared } from './compared.ts'
import { replay } from './playback-actions.ts'
import { playground } from './playground.ts'

export type AskComparison = (
  state: ScenarioState,
  dataplanes: Compared['dataplanes'],
) => Promise<Result<Comparison, EngineFault>>

/** As long as dataplanes stand side by side, asks the engine after each change of what is compared. */
export function keepComparing(ask: AskComparison): void {
  let newest: ScenarioState | null = null
  let lanes: Compared['dataplanes'] | undefined

  const compare = async (scenario: ScenarioState, { dataplanes }: Compared): Promise<void> => {
    newest = scenario
    lanes = dataplanes
    change({ phase: 'asking' })
    const answer = await ask(scenario, dataplanes)
    if (newest !== scenario || lanes !== dataplanes) return
    if (answer.ok) change({ phase: 'answered', answer: answer.value, fault: null })
    else change({ phase: 'failed', fault: answer.error })
  }

  const look = (): void => {
    const { scenario, compared } = playground().getState()
    if (compared === null) {
      newest = null
      lanes = undefined
    } else if (scenario !== newest || compared.dataplanes !== lanes) {
      void compare(scenario, compared)
    }
  }
  playground().subscribe(look)
  look()
}

/** Puts dataplanes side by side and plays the packet through all of them; null: every one. */
export function compareDataplanes(dataplanes: Compared['dataplanes']): void {
  playground().setState(({ compared }) => ({
    compared: compared === null ? beginComparing(dataplanes) : { ...compared, dataplanes },
  }))
  replay()
}

/** Back to the one that is the scenario's own, at the end of its journey. */
export function stopComparing(): void {
  playground().setState({ compared: null, shown: 'end', playing: false })
}

function change(to: Partial<Compared>): void {
  playground().setState(({ compared }) => ({
    compared: compared === null ? null : { ...compared, ...to },
  }))
}
