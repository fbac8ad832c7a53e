import { LANGUAGES, type Language, pickLanguage } from '../i18n/language.ts'
import { loadCatalogue } from '../i18n/load-catalogue.ts'
import { FIRST_BUILTIN } from '../scenario/load-builtin.ts'
import { fetchOpenLink } from './fetch-open-link.ts'
import { START } from './journey.ts'
import { rememberedChoices, rememberedWork } from './memory.ts'
import type { Opening } from './open-link.ts'
import { INSPECTOR_TABS, type PlaygroundState, THEMES } from './playground.ts'

/** What a page opens with that nobody has been to before, and that no link led to. */
const FIRST: Opening = {
  view: { state: FIRST_BUILTIN },
  shown: 'end',
  compared: null,
  trouble: null,
}

/** What the page opens with: what the link says, else what one was working on, else the first story. */
export async function opening(fragment: string): Promise<PlaygroundState> {
  const { language, theme, speed } = rememberedChoices()
  const work = rememberedWork()
  const first = fragment.length <= 1 && work === null
  const { view, shown, compared, trouble } = first
    ? FIRST
    : await (await fetchOpenLink()).openingOf(fragment.length > 1 ? fragment : '', work)
  const spoken = knownLanguage(view.language) ?? language ?? pickLanguage(navigator.languages)
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const plays = first && !still
  return {
    scenario: view.state,
    run: { phase: 'idle' },
    shown: plays ? START : shown,
    playing: plays,
    speed,
    tab: INSPECTOR_TABS.find((tab) => tab === view.tab) ?? 'chain',
    messages: await loadCatalogue(spoken),
    own: null,
    compared,
    probes: view.probes ?? [],
    theme: THEMES.find((each) => each === view.theme) ?? theme,
    visit: visitOf(first, still),
    litRule: null,
    linkTrouble: trouble,
  }
}

/** Where motion is unwanted nothing plays: the first story stands there, told, and invites. */
function visitOf(first: boolean, still: boolean): PlaygroundState['visit'] {
  if (!first) return 'seen'
  return still ? 'inviting' : 'first'
}

const knownLanguage = (tag: string | undefined): Language | undefined =>
  LANGUAGES.find((language) => language === tag)
