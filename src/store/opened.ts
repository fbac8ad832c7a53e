import { createStore, useStore } from 'zustand'

/** Groups of the map that were opened, by the id of what stands for them. */
const store = createStore<ReadonlySet<string>>(() => new Set())

export const useOpened = (): ReadonlySet<string> => useStore(store)

export function openGroup(id: string): void {
  store.setState(new Set([...store.getState(), id]), true)
}

export function closeGroup(id: string): void {
  store.setState(new Set([...store.getState()].filter((each) => each !== id)), true)
}
