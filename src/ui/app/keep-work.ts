import { rememberChoices, rememberWork } from '../../store/memory.ts'
import { openFragment } from '../../store/opening.ts'
import { type PlaygroundState, playground } from '../../store/playground.ts'
import { fetchLink } from '../share/fetch-link.ts'
import { viewOnScreen } from '../share/view-on-screen.ts'

/** How long one has to stand still before the address is rewritten, in milliseconds. */
const STILL = 250

/**
 * Keeps what one does: in the address, so that copying it is enough, and in the browser, so that
 * nothing typed is lost. A link that is pasted into the address of the open page is opened.
 */
export function keepWork(): void {
  const opened = playground().getState()
  let timer: ReturnType<typeof setTimeout> | undefined

  const keep = async (): Promise<void> => {
    clearTimeout(timer)
    const state = playground().getState()
    if (state.playing || !isTouched(opened, state)) return
    const { encodeLink } = await fetchLink()
    const link = encodeLink(viewOnScreen(state))
    history.replaceState(null, '', link)
    if (state.scenario !== opened.scenario) rememberWork(link)
  }

  playground().subscribe((state, before) => {
    const { messages, theme, speed } = state
    if (messages !== before.messages || theme !== before.theme || speed !== before.speed) {
      rememberChoices({ language: messages.language, theme, speed })
    }
    clearTimeout(timer)
    timer = setTimeout(() => void keep(), STILL)
  })
  addEventListener('visibilitychange', () => void keep())
  addEventListener('hashchange', () => {
    if (location.hash === '') return
    void openFragment(location.hash).then((change) => playground().setState(change))
  })
}

/** A page that shows what it opened with keeps the address that it was opened by. */
function isTouched(opened: PlaygroundState, now: PlaygroundState): boolean {
  return (
    opened.scenario !== now.scenario ||
    opened.tab !== now.tab ||
    opened.messages !== now.messages ||
    opened.theme !== now.theme ||
    (opened.shown !== now.shown && now.shown !== 'end')
  )
}
