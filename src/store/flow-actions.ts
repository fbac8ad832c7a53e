import {
  withChosen,
  withDuplicate,
  withKept,
  withMoved,
  withName,
  withNewFlow,
  withoutChosen,
} from './flow-list.ts'
import { replay } from './playback-actions.ts'
import { changeScenario } from './scenario-actions.ts'

/** What can be done to the list of flows. Whatever sends another packet plays it. */
export function chooseFlow(name: string): void {
  changeScenario((scenario) => withChosen(scenario, name))
  replay()
}

export function addFlow(): void {
  changeScenario(withNewFlow)
  replay()
}

export function removeFlow(): void {
  changeScenario(withoutChosen)
  replay()
}

export const duplicateFlow = (): void => changeScenario(withDuplicate)

export const keepFlow = (): void => changeScenario(withKept)

export const renameFlow = (name: string): void =>
  changeScenario((scenario) => withName(scenario, name))

export const moveFlow = (by: 1 | -1): void => changeScenario((scenario) => withMoved(scenario, by))
