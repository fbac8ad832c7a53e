import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { invariant } from './net/invariant.ts'
import { fetchWordsThrough } from './store/dataplane-words.ts'
import { keepEvaluating } from './store/evaluating.ts'
import { opening } from './store/opening.ts'
import { openPlayground, playground } from './store/playground.ts'
import { isNow, keepTime, viewpoint } from './store/time.ts'
import { App } from './ui/app/App.tsx'
import { addressToOpen } from './ui/app/address-to-open.ts'
import { untilTurn } from './ui/app/use-turn.ts'
import { fetchDetectiveStart } from './ui/detective/fetch-detective.ts'
import { startClock } from './ui/playback/clock.ts'
import { fetchStudioStart } from './ui/studio/fetch-studio.ts'
import './ui/theme/fonts.css'
import './ui/theme/tokens.css'
import './ui/theme/base.css'
import './ui/app/first-figure.css'
import { EngineClient } from './worker/client.ts'
import { startWorker } from './worker/start-worker.ts'

const root = document.getElementById('root')
invariant(root !== null, 'index.html has the element that everything is drawn in')

/**
 * In a function, since an `await` at the top would never end: what `opening` fetches shares code with
 * this file, and a file that imports another waits until that one has run.
 */
async function begin(element: HTMLElement): Promise<void> {
  openPlayground(await opening(addressToOpen()))

  const engine = new EngineClient(startWorker)
  fetchWordsThrough(async (dataplane, language) => {
    const answer = await engine.ask({ kind: 'words', dataplane, language })
    return answer.ok ? answer.value : null
  })
  const opened = playground().getState()
  void import('./ui/app/begin-late.ts').then(({ beginLate }) => beginLate(engine, opened))
  keepTime()
  keepEvaluating((state) => engine.ask({ kind: 'evaluate', state, ...viewpoint() }), isNow)
  startClock()
  void fetchDetectiveStart().then(({ startDetective }) => startDetective(startWorker))
  void fetchStudioStart().then(({ startStudio }) => startStudio(engine, opened.scenario))

  createRoot(element).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
  void untilTurn('words').then(clearFirstFigure)
  void import('./ui/app/fetch-the-rest.ts').then(({ fetchTheRest }) => fetchTheRest(engine))
}

/** What index.html showed until now. */
function clearFirstFigure(): void {
  for (const element of document.querySelectorAll('.first-figure, .first-marks')) element.remove()
}

void begin(root)
