import { createStore, useStore } from 'zustand'

/** Whether the configuration is seen under the rules, where there is room for both. */
const store = createStore<{ readonly on: boolean }>(() => ({ on: false }))

export const useBeside = (): boolean => useStore(store, ({ on }) => on)

export const putBeside = (on: boolean): void => store.setState({ on })
