import type { Result } from '../net/result.ts'
import { FIRST_BUILTIN, loadBuiltin } from '../scenario/load-builtin.ts'
import { decodeLink, type OpenedLink, scenarioWanted } from '../share/link.ts'
import type { LinkIssue } from '../share/link-issue.ts'
import type { LinkView } from '../share/link-view.ts'
import { beginComparing } from './compared.ts'
import type { Shown } from './journey.ts'
import { INSPECTOR_TABS, type PlaygroundState } from './playground.ts'

/** What a page opens with that was led here by a link, or by what was worked on. */
export interface Opening {
  readonly view: LinkView
  readonly shown: Shown
  readonly compared: PlaygroundState['compared']
  readonly trouble: LinkIssue | null
}

/** The link; else what one was working on; else the first story. An empty fragment is no link. */
export async function openingOf(fragment: string, work: string | null): Promise<Opening> {
  const link = fragment === '' ? null : await decoded(fragment)
  if (link?.ok) return openingWith(link.value.view, link.value.issues[0] ?? null)
  const trouble = link === null ? null : link.error
  const own = work === null ? null : await decoded(work)
  return openingWith({ state: own?.ok ? own.value.view.state : FIRST_BUILTIN }, trouble)
}

const openingWith = (view: LinkView, trouble: Opening['trouble']): Opening => ({
  view,
  shown: shownIn(view),
  compared: comparedIn(view),
  trouble,
})

/** What a link changes on a page that is open already. */
export async function openFragment(
  fragment: string,
): Promise<
  Partial<
    Pick<
      PlaygroundState,
      'scenario' | 'shown' | 'playing' | 'linkTrouble' | 'tab' | 'compared' | 'probes'
    >
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
    probes: view.probes ?? [],
    linkTrouble: issues[0] ?? null,
    ...(tab === undefined ? {} : { tab }),
  }
}

const shownIn = ({ hop, step }: LinkView): Shown =>
  hop === undefined ? 'end' : { hop, step: step ?? null }

/** No lane named stands for all. */
const comparedIn = ({ lanes }: LinkView): PlaygroundState['compared'] =>
  lanes === undefined ? null : beginComparing(lanes.length === 0 ? null : lanes)

async function decoded(fragment: string): Promise<Result<OpenedLink, LinkIssue>> {
  const named = await loadBuiltin(scenarioWanted(fragment) ?? '')
  return decodeLink(fragment, named === null ? [FIRST_BUILTIN] : [FIRST_BUILTIN, named])
}
