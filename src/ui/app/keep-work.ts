import type { encodeLink } from '../../share/link.ts'
import { fetchOpenLink } from '../../store/fetch-open-link.ts'
import {
  forgetLeaving,
  rememberChoices,
  rememberLeaving,
  rememberWork,
} from '../../store/memory.ts'
import { type PlaygroundState, playground } from '../../store/playground.ts'
import { fetchLink } from '../share/fetch-link.ts'
import { viewOnScreen } from '../share/view-on-screen.ts'
import { untilTurn } from './use-turn.ts'

/** How long one has to stand still before the address is rewritten, in milliseconds. */
const STILL = 250

/**
 * Keeps what one does: in the address, so that copying it is enough, and in the browser, so that
 * nothing typed is lost. A link that is pasted into the address of the open page is opened. `opened`
 * is what the page began with.
 */
export function keepWork(opened: PlaygroundState): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let encode: typeof encodeLink | null = null
  const linkNow = (): string | null => {
    const state = playground().getState()
    return encode === null || !isTouched(opened, state) ? null : encode(viewOnScreen(state))
  }
  const keep = (link: string): void => {
    clearTimeout(timer)
    history.replaceState(null, '', link)
    if (playground().getState().scenario !== opened.scenario) rememberWork(link)
  }
  const fetchEncoder = async (): Promise<void> => {
    encode ??= (await fetchLink()).encodeLink
  }
  const keepWhileStill = async (): Promise<void> => {
    await fetchEncoder()
    const link = linkNow()
    if (link !== null && link !== location.hash && !playground().getState().playing) keep(link)
  }
  playground().subscribe((state, before) => {
    const { messages, theme, speed } = state
    if (
      messages.language !== before.messages.language ||
      theme !== before.theme ||
      speed !== before.speed
    ) {
      rememberChoices({ language: messages.language, theme, speed })
    }
    clearTimeout(timer)
    timer = setTimeout(() => void keepWhileStill(), STILL)
  })
  // Before anything else is fetched: what is done now may be left in a moment.
  void untilTurn('words').then(fetchEncoder)
  // Whoever leaves does not stand still first, and then nothing may be waited for.
  addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') forgetLeaving()
    else {
      const link = linkNow()
      if (link === null) return
      rememberLeaving(link)
      keep(link)
    }
  })
  addEventListener('hashchange', ({ newURL }) => {
    // By now the address may have been rewritten again.
    const { hash } = new URL(newURL)
    if (hash === '') return
    void fetchOpenLink()
      .then(({ openFragment }) => openFragment(hash))
      .then((change) => playground().setState(change))
  })
}

/** A page that shows what it opened with keeps the address that it was opened by. */
function isTouched(opened: PlaygroundState, now: PlaygroundState): boolean {
  return (
    opened.scenario !== now.scenario ||
    opened.tab !== now.tab ||
    opened.messages.language !== now.messages.language ||
    opened.theme !== now.theme ||
    opened.probes !== now.probes ||
    opened.compared?.dataplanes !== now.compared?.dataplanes ||
    (opened.shown !== now.shown && now.shown !== 'end')
  )
}
