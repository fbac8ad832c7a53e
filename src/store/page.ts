import { createStore, useStore } from 'zustand'

export type PageDialog = 'share' | 'arrivals' | 'commands' | 'shortcuts' | 'glossary'

export type Sheet = 'journey' | 'settings' | 'inside'

/** What of the page is open, whoever opened it: a button, a key or a command. */
interface PageState {
  /** One stands over the page at a time. */
  readonly dialog: PageDialog | null
  /** What stands below the map where there is room for one thing only. */
  readonly sheet: Sheet
  /** The list of flows below the bar. */
  readonly flows: boolean
}

const store = createStore<PageState>(() => ({ dialog: null, sheet: 'journey', flows: false }))

export const usePage = <T>(read: (state: PageState) => T): T => useStore(store, read)

export const page = () => store

export const showDialog = (dialog: PageDialog | null): void => store.setState({ dialog })
