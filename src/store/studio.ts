import { createStore, useStore } from 'zustand'
import type { Issue } from '../scenario/issue.ts'
import type { Lost } from '../scenario/studio/edit.ts'
import type { ThingId } from '../scenario/studio/thing.ts'
import type { EngineFault } from '../worker/protocol.ts'

/** What was done last, for whoever listens and for the line below the map. */
export type Told =
  | {
      readonly what: 'added' | 'pasted' | 'duplicated' | 'copied' | 'moved' | 'nested'
      readonly things: readonly ThingId[]
    }
  | { readonly what: 'removed'; readonly things: readonly ThingId[]; readonly lost: Lost }
  | { readonly what: 'connected'; readonly from: ThingId; readonly to: ThingId }
  | { readonly what: 'renamed'; readonly thing: ThingId; readonly was: string }
  | { readonly what: 'tidied' | 'locked' | 'unlocked' | 'is-locked' }
  | { readonly what: 'undone' | 'redone' | 'nothing-to-undo' | 'nothing-to-redo' }
  /** One thing has come under the focus. */
  | { readonly what: 'met'; readonly things: readonly ThingId[] }
  | { readonly what: 'refused'; readonly issue: Issue }
  | { readonly what: 'failed'; readonly fault: EngineFault }

export type StudioDialog = 'add' | 'connect' | 'move' | 'rename'

/** What the screen shows of the drawing apart from the map. */
interface StudioState {
  readonly shelf: 'add' | 'outline' | null
  readonly dialog: StudioDialog | null
  /** The thing whose name is being written over it. */
  readonly renaming: ThingId | null
  readonly told: Told | null
  /** What the outline has been asked to find; a new object with each wish to type. */
  readonly find: { readonly text: string; readonly wanted: boolean }
  /** The thing to bring into view; a new object with each wish. */
  readonly wanted: { readonly thing: ThingId } | null
}

const store = createStore<StudioState>(() => ({
  shelf: 'add',
  dialog: null,
  renaming: null,
  told: null,
  find: { text: '', wanted: false },
  wanted: null,
}))

export const useStudio = <T>(read: (state: StudioState) => T): T => useStore(store, read)

export const studio = () => store

export function tell(told: Told): void {
  store.setState({ told })
}

export function openDialog(dialog: StudioDialog | null): void {
  store.setState({ dialog })
}

export function showShelf(shelf: StudioState['shelf']): void {
  store.setState({ shelf })
}

/** Takes the reader to the search field of the outline. */
export function findThings(): void {
  store.setState(({ find }) => ({ shelf: 'outline', find: { ...find, wanted: true } }))
}

export function bringIntoView(thing: ThingId): void {
  store.setState({ wanted: { thing } })
}

export function beginRenaming(renaming: ThingId | null): void {
  store.setState({ renaming })
}
