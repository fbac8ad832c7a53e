import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { invariant } from './net/invariant.ts'
import { keepComparing } from './store/comparing.ts'
import { fetchWordsThrough } from './store/dataplane-words.ts'
import { keepEvaluating } from './store/evaluating.ts'
import { opening } from './store/opening.ts'
import { openPlayground, playground } from './store/playground.ts'
import { keepReadingRules } from './store/rule-book.ts'
import { isNow, keepTime, viewpoint } from './store/time.ts'
import { App } from './ui/app/App.tsx'
import { addressToOpen, keepWork } from './ui/app/keep-work.ts'
import { editYamlThrough } from './ui/controls/masquerade-link-local.ts'
import { fetchDetectiveStart } from './ui/detective/fetch-detective.ts'
import { startClock } from './ui/playback/clock.ts'
import { fetchStudioStart } from './ui/studio/fetch-studio.ts'
import './ui/theme/fonts.css'
import './ui/theme/tokens.css'
import './ui/theme/base.css'
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
  editYamlThrough(engine)
  fetchWordsThrough(async (dataplane, language) => {
    const answer = await engine.ask({ kind: 'words', dataplane, language })
    return answer.ok ? answer.value : null
  })
  void import('./store/late-readers.ts').then(({ startLateReaders }) => startLateReaders(engine))
  keepTime()
  keepEvaluating((state) => engine.ask({ kind: 'evaluate', state, ...viewpoint() }), isNow)
  keepReadingRules((state, node) => engine.ask({ kind: 'rules', state, node, ...viewpoint() }))
  keepComparing((state, dataplanes) => engine.ask({ kind: 'compare', state, dataplanes }))
  startClock()
  const { scenario } = playground().getState()
  void fetchDetectiveStart().then(({ startDetective }) => startDetective(startWorker))
  void fetchStudioStart().then(({ startStudio }) => startStudio(engine, scenario))

  createRoot(element).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
  keepWork()
  void import('./ui/app/fetch-the-rest.ts').then(({ fetchTheRest }) => fetchTheRest(engine))
}

void begin(root)
