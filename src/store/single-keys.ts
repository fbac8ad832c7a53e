import { createStore, useStore } from 'zustand'
import { readKept, writeKept } from './memory.ts'

const KEPT = 'snat-playground.single-keys'

/**
 * Whether a single character is a shortcut wherever one is. Speech input types characters by mistake:
 * that has to be something one can turn off (WCAG 2.1.4).
 */
const store = createStore<{ readonly on: boolean }>(() => ({ on: readKept(KEPT) !== 'off' }))

export const useSingleKeys = (): boolean => useStore(store, ({ on }) => on)

export const singleKeysAreOn = (): boolean => store.getState().on

export function setSingleKeys(on: boolean): void {
  store.setState({ on })
  writeKept(KEPT, on ? 'on' : 'off')
}
