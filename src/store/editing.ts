import { createStore, useStore } from 'zustand'
import type { ThingId } from '../scenario/studio/thing.ts'

/** Whether the map is being drawn on, and what on it is meant. */
export interface Editing {
  /** False: the map is only played on, and nothing on it can be moved. */
  readonly on: boolean
  readonly selected: readonly ThingId[]
  /** What the inspector shows while one edits: the selected thing, or what it shows when one plays. */
  readonly panel: 'thing' | 'inspector'
}

const store = createStore<Editing>(() => ({ on: false, selected: [], panel: 'thing' }))

export const editing = () => store

export const useEditing = <T>(read: (state: Editing) => T): T => useStore(store, read)

export function setEditing(on: boolean): void {
  store.setState({ on, panel: 'thing' })
}
