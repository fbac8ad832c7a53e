import { createStore, type StoreApi, useStore } from 'zustand'
import type { Messages } from '../i18n/messages.ts'
import { invariant } from '../net/invariant.ts'
import type { ScenarioState } from '../scenario/state.ts'
import type { LinkIssue } from '../share/link-issue.ts'
import type { Compared } from './compared.ts'
import type { OwnWords } from './dataplane-words.ts'
import type { Shown } from './journey.ts'
import type { Run } from './run.ts'

/** What the user chose, what the engine said, what is on show. Nothing computed is stored. */
export interface PlaygroundState {
  /** The scenario, the ConfigMap as typed and the flow: goes to the engine and into a link. */
  readonly scenario: ScenarioState
  /** What the engine last said about it. */
  readonly run: Run
  /** Several dataplanes side by side; null: the scenario's own is on show, alone. */
  readonly compared: Compared | null
  /** The place in the journey that is on show. */
  readonly shown: Shown
  readonly playing: boolean
  readonly speed: Speed
  /** Where probes are, in the order in which they were put: as `scenario/probe/spot.ts` writes it. */
  readonly probes: readonly string[]
  readonly tab: InspectorTab
  /** The chosen language, as the catalogue that speaks it. */
  readonly messages: Messages
  /** What the dataplane on show says of itself; null before the first answer. */
  readonly own: OwnWords | null
  readonly theme: Theme
  /** The first visit plays one packet by itself and then says what to try. */
  readonly visit: 'first' | 'inviting' | 'seen'
  /** Id of the rule under the pointer or the focus, wherever that is. */
  readonly litRule: string | null
  /** Why the link that was opened could not be read. */
  readonly linkTrouble: LinkIssue | null
}

export const SPEEDS = [0.5, 1, 2, 4] as const
export type Speed = (typeof SPEEDS)[number]

export const INSPECTOR_TABS = ['packet', 'chain', 'config'] as const
export type InspectorTab = (typeof INSPECTOR_TABS)[number]

export const THEMES = ['light', 'dark', 'system'] as const
export type Theme = (typeof THEMES)[number]

let opened: StoreApi<PlaygroundState> | null = null

/** Makes the one store of the page, before anything is drawn. */
export function openPlayground(initial: PlaygroundState): void {
  opened = createStore<PlaygroundState>(() => initial)
}

/** For actions; components read through `usePlayground`. */
export function playground(): StoreApi<PlaygroundState> {
  invariant(opened !== null, 'the store is opened before it is used')
  return opened
}

export function usePlayground<T>(read: (state: PlaygroundState) => T): T {
  return useStore(playground(), read)
}
