import { LANGUAGES, type Language, pickLanguage } from '../i18n/language.ts'
import { loadCatalogue } from '../i18n/load-catalogue.ts'
import type { Result } from '../net/result.ts'
import { FIRST_BUILTIN, loadBuiltin } from '../scenario/builtins.ts'
import type { OpenedLink } from '../share/link.ts'
import type { LinkIssue } from '../share/link-issue.ts'
import type { LinkView } from '../share/link-view.ts'
import { beginComparing } from './compared.ts'
import { type Shown, START } from './journey.ts'
import { rememberedChoices, rememberedWork } from './memory.ts'
import { INSPECTOR_TABS, type PlaygroundState, THEMES } from './playground.ts'

/** What the page opens with: what the link says, else what one was working on, else the first story. */
export async function opening(fragment: string): Promise<PlaygroundState> {
  const { language, theme, speed } = rememberedChoices()
  const { view, trouble, first } = await viewToOpen(fragment)
  const spoken = knownLanguage(view.language) ?? language ?? pickLanguage(navigator.languages)
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const plays = first && !still
  return {
    scenario: view.state,
    run: { phase: 'idle' },
    shown: plays ? START : shownIn(view),
    playing: plays,
    speed,
    tab: INSPECTOR_TABS.find((tab) => tab === view.tab) ?? 'chain',
    messages: await loadCatalogue(spoken),
    own: null,
    compared: comparedIn(view),
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

/** What a link changes on a page that is open already. */
export async function openFragment(
  fragment: string,
): Promise<
  Partial<
    Pick<PlaygroundState, 'scenario' | 'shown' | 'playing' | 'linkTrouble' | 'tab' | 'compared'>
  >
> {
  const link = await decoded(fragment)
  if (!link.ok) return { linkTrouble: link.error }
  const { view, issues } = link.value
  const tab = INSPECTOR_TABS.find((each) => each === view.tab)
  return {
    scenario: view.state,
    shown: shownIn(view),
    playing: false,
    compared: comparedIn(view),
    linkTrouble: issues[0] ?? null,
    ...(tab === undefined ? {} : { tab }),
  }
}

interface ToOpen {
  readonly view: LinkView
  readonly trouble: LinkIssue | null
  /** Nobody has been here before, and no link was followed. */
  readonly first: boolean
}

async function viewToOpen(fragment: string): Promise<ToOpen> {
  const link = fragment.length > 1 ? await decoded(fragment) : null
  if (link?.ok) {
    return { view: link.value.view, trouble: link.value.issues[0] ?? null, first: false }
  }
  const trouble = link === null ? null : link.error
  const work = rememberedWork()
  const own = work === null ? null : await decoded(work)
  if (own?.ok) return { view: { state: own.value.view.state }, trouble, first: false }
  return { view: { state: FIRST_BUILTIN }, trouble, first: work === null && trouble === null }
}

/** What reads a link comes in a chunk of its own: most visits have none. */
async function decoded(fragment: string): Promise<Result<OpenedLink, LinkIssue>> {
  const { decodeLink, scenarioWanted } = await import('../share/link.ts')
  const named = await loadBuiltin(scenarioWanted(fragment) ?? '')
  return decodeLink(fragment, named === null ? [FIRST_BUILTIN] : [FIRST_BUILTIN, named])
}

const shownIn = ({ hop, step }: LinkView): Shown =>
  hop === undefined ? 'end' : { hop, step: step ?? null }

/** No lane named stands for all. */
const comparedIn = ({ lanes }: LinkView): PlaygroundState['compared'] =>
  lanes === undefined ? null : beginComparing(lanes.length === 0 ? null : lanes)

const knownLanguage = (tag: string | undefined): Language | undefined =>
  LANGUAGES.find((language) => language === tag)
