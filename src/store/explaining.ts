import { createStore, useStore } from 'zustand'
import { LEVELS, type Level } from '../i18n/levels/level.ts'
import { loadCatalogueAt } from '../i18n/load-level.ts'
import { playground } from './playground.ts'

/** How the reader wants it explained. */
export interface Explaining {
  readonly level: Level
  /** As a text, in the place of the list of hops. */
  readonly asText: boolean
}

const KEPT = 'snat-playground.level'

const store = createStore<Explaining>(() => ({ level: remembered(), asText: false }))

export const useExplaining = (): Explaining => useStore(store)

export const readAsText = (asText: boolean): void => store.setState({ asText })

export function chooseLevel(level: Level): void {
  store.setState({ level })
  try {
    localStorage.setItem(KEPT, level)
  } catch {
    // A browser that keeps nothing explains to engineers next time.
  }
  void speak()
}

/** From now on whatever language is chosen speaks at the chosen level. */
export function keepLevel(): void {
  playground().subscribe(({ messages }, { messages: before }) => {
    if (messages !== before) void speak()
  })
  void speak()
}

async function speak(): Promise<void> {
  const { language } = playground().getState().messages
  const { level } = store.getState()
  const messages = await loadCatalogueAt(language, level)
  const now = playground().getState().messages
  // Something else was chosen meanwhile: that has its own turn.
  if (now.language !== language || store.getState().level !== level) return
  if (now !== messages) playground().setState({ messages })
}

function remembered(): Level {
  try {
    const kept = localStorage.getItem(KEPT)
    return LEVELS.find((each) => each === kept) ?? 'engineer'
  } catch {
    return 'engineer'
  }
}
