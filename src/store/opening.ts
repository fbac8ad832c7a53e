import { pickLanguage } from '../i18n/language.ts'
import { loadCatalogue } from '../i18n/load-catalogue.ts'
import { BUILTINS } from '../scenario/builtins.ts'
import { START } from './journey.ts'
import type { PlaygroundState } from './playground.ts'

/** What the page opens with. */
export async function opening(): Promise<PlaygroundState> {
  const language = pickLanguage(navigator.languages)
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  return {
    scenario: BUILTINS[0],
    run: { phase: 'idle' },
    shown: still ? 'end' : START,
    playing: !still,
    speed: 1,
    tab: 'chain',
    messages: await loadCatalogue(language),
    theme: 'system',
    visit: 'first',
    litRule: null,
    linkTrouble: null,
  }
}
