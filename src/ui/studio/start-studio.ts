import type { ScenarioState } from '../../scenario/state.ts'
import { editThrough } from '../../store/edits.ts'
import { keepHistory } from '../../store/history.ts'
import type { EngineClient } from '../../worker/client.ts'

/** From now on every change can be taken back, and the scenario can be drawn on. */
export function startStudio(engine: Pick<EngineClient, 'ask'>, opened: ScenarioState): void {
  editThrough(engine)
  keepHistory(opened)
}
