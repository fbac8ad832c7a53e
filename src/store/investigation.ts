import { createStore, useStore } from 'zustand'

/** Whether one looks for why a flow fails: then that stands where the inside of the packet does. */
const store = createStore<{ readonly open: boolean }>(() => ({ open: false }))

export const useInvestigating = (): boolean => useStore(store, ({ open }) => open)

export const investigation = () => store

export const investigate = (open: boolean): void => store.setState({ open })
