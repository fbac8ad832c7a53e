import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import { LANGUAGES, type Language } from '../../i18n/language.ts'
import { loadDetectiveWords } from '../../i18n/load-detective-words.ts'
import { loadPathWords } from '../../i18n/load-path-words.ts'
import { loadTwinWords } from '../../i18n/load-twin-words.ts'
import { drawnMap } from './drawn-map.ts'
import { Paper } from './Paper.tsx'
import './print.css'

/**
 * Puts everything on paper when the reader prints: the map as it is drawn, and the whole text below it.
 * What is printed is drawn anew then, since the page itself is a screen with panels that scroll.
 */
export function startPrinting(): void {
  for (const language of LANGUAGES) void fetchWords(language)
  let paper: { readonly root: Root; readonly element: HTMLElement } | null = null

  const lay = (): void => {
    if (paper !== null) return
    // Measured while it still stands on the screen.
    const map = drawnMap()
    const element = document.createElement('div')
    element.className = 'paper'
    document.body.append(element)
    const root = createRoot(element)
    paper = { root, element }
    // The browser takes its picture as soon as this returns.
    flushSync(() => root.render(<Paper />))
    if (map !== null) element.querySelector('.paper-map')?.append(map)
  }
  const clear = (): void => {
    paper?.root.unmount()
    paper?.element.remove()
    paper = null
  }

  addEventListener('beforeprint', lay)
  addEventListener('afterprint', clear)
}

/** What is here already needs no waiting for. */
const fetchWords = (language: Language): Promise<unknown> =>
  Promise.all([loadTwinWords(language), loadPathWords(language), loadDetectiveWords(language)])
