import type { ScenarioState } from '../../scenario/state.ts'
import { EMPTY_SCENARIO } from '../../scenario/studio/empty-scenario.ts'
import { editing, setEditing } from '../../store/editing.ts'
import { editThrough } from '../../store/edits.ts'
import { keepHistory } from '../../store/history.ts'
import { openScenario } from '../../store/scenario-actions.ts'
import type { EngineClient } from '../../worker/client.ts'

/** From now on every change can be taken back, and the scenario can be drawn on. */
export function startStudio(engine: Pick<EngineClient, 'ask'>, opened: ScenarioState): void {
  editThrough(engine)
  keepHistory(opened)
}

/** Nothing is there, and one may begin to draw. */
export function openEmptyCanvas(): void {
  openScenario(EMPTY_SCENARIO)
  editing().setState({ selected: [] })
  setEditing(true)
}
