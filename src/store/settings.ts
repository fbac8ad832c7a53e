import { createStore, useStore } from 'zustand'
import type { DataplaneId } from '../dataplanes/registry.ts'
import type { SettingValue } from '../dataplanes/setting.ts'
import type { UnchangedBecause } from '../scenario/settings/change-setting.ts'
import type { SettingReport } from '../scenario/settings/read-settings.ts'
import type { ScenarioState } from '../scenario/state.ts'
import { studiedDataplane } from '../scenario/studied-cluster.ts'
import type { EngineClient } from '../worker/client.ts'
import { replay } from './playback-actions.ts'
import { type PlaygroundState, playground } from './playground.ts'

/** The settings of the dataplane on show, read from the text as it stands. */
export interface SettingsState {
  /** Null until they are wanted for the first time. */
  readonly settings: readonly SettingReport[] | null
  /** The setting that could not be changed last, and the text that was therefore left alone. */
  readonly untouched: {
    readonly key: string
    readonly because: UnchangedBecause
    readonly scenario: ScenarioState
  } | null
  /** Line of the manifests' text whose setting is under the pointer or has the focus, 1-based. */
  readonly pointed: number | null
  /** The line to put the caret into; a new object with each wish. */
  readonly wanted: { readonly line: number } | null
}

const store = createStore<SettingsState>(() => ({
  settings: null,
  untouched: null,
  pointed: null,
  wanted: null,
}))

export const useSettings = (): readonly SettingReport[] | null =>
  useStore(store, ({ settings }) => settings)

/** Why this setting could not be changed; null again as soon as anything else has. */
export const useUntouched = (key: string, scenario: ScenarioState): UnchangedBecause | null =>
  useStore(store, ({ untouched }) =>
    untouched?.key === key && untouched.scenario === scenario ? untouched.because : null,
  )

export const usePointedLine = (): number | null => useStore(store, ({ pointed }) => pointed)

export const useWantedLine = (): SettingsState['wanted'] => useStore(store, ({ wanted }) => wanted)

export function pointAtLine(pointed: number | null): void {
  store.setState({ pointed })
}

/** Takes the reader to a line of the editor. */
export function goToLine(line: number): void {
  store.setState({ wanted: { line } })
}

type Engine = Pick<EngineClient, 'ask'>

let engine: Engine | null = null

/**
 * Reads the settings anew after each change, as long as they are on show: under a dataplane whose
 * switches are made of them, or beside the editor. The first view does without.
 */
export function keepReadingSettings(client: Engine): void {
  engine = client
  let newest: ScenarioState | null = null
  const read = async (scenario: ScenarioState): Promise<void> => {
    newest = scenario
    const answer = await client.ask({ kind: 'read-settings', state: scenario })
    if (answer.ok && newest === scenario) store.setState({ settings: answer.value })
  }
  const look = (state: PlaygroundState): void => {
    if (state.scenario !== newest && areOnShow(state)) void read(state.scenario)
  }
  playground().subscribe(look)
  look(playground().getState())
}

const areOnShow = ({ scenario, tab, own }: PlaygroundState): boolean =>
  own !== null && (tab === 'config' || studiedDataplane(scenario.document) !== 'gke-standard')

/** Changes are made one after the other, each on top of the one before. */
let last: Promise<unknown> = Promise.resolve()

/**
 * Writes a setting to where it stands. `apply`: the manifests go into the cluster as well, because in a
 * draft it would mean nothing. What cannot be changed leaves the text alone and says so.
 */
export function changeSetting(key: string, value: SettingValue, apply: boolean): Promise<void> {
  const change = async (): Promise<void> => {
    const { scenario } = playground().getState()
    const answer = await engine?.ask({ kind: 'change-setting', state: scenario, key, value })
    if (answer?.ok !== true) return
    if (hasMoved(scenario)) return isStill(scenario) ? change() : undefined
    if (!answer.value.ok) {
      store.setState({ untouched: { key, because: answer.value.error, scenario } })
      return
    }
    const { manifests } = answer.value.value
    const blank = scenario.manifests.text.trim() === ''
    const written = manifests.text !== scenario.manifests.text
    put({
      ...answer.value.value,
      manifests: { ...manifests, applied: manifests.applied || (written && (apply || blank)) },
    })
  }
  return inTurn(change)
}

/** Puts another dataplane into the cluster; what was typed stays. */
export function chooseDataplane(dataplane: DataplaneId): Promise<void> {
  return inTurn(async () => {
    const { scenario } = playground().getState()
    const answer = await engine?.ask({ kind: 'choose-dataplane', state: scenario, dataplane })
    if (answer?.ok === true && !hasMoved(scenario)) put(answer.value)
  })
}

const hasMoved = (asked: ScenarioState): boolean => playground().getState().scenario !== asked

/** The same story under the same dataplane: what was to be changed there is changed on top of what came between. */
function isStill({ document }: ScenarioState): boolean {
  const now = playground().getState().scenario.document
  return (
    now.metadata.name === document.metadata.name &&
    studiedDataplane(now) === studiedDataplane(document)
  )
}

function inTurn(change: () => Promise<void>): Promise<void> {
  const turn = last.then(change, change)
  last = turn
  return turn
}

function put(scenario: ScenarioState): void {
  store.setState({ untouched: null })
  playground().setState({ scenario, visit: 'seen' })
  replay()
}
