import { loadAllFlowsWords } from '../../i18n/all-flows/load-all-flows-words.ts'
import { loadGuideWords } from '../../i18n/guide/load-guide-words.ts'
import { LANGUAGES } from '../../i18n/language.ts'
import { LEVELS } from '../../i18n/levels/level.ts'
import { loadArrivalsWords } from '../../i18n/load-arrivals-words.ts'
import { loadCatalogue } from '../../i18n/load-catalogue.ts'
import { loadChainWords } from '../../i18n/load-chain-words.ts'
import { loadCompareWords } from '../../i18n/load-compare-words.ts'
import { loadDetectiveWords } from '../../i18n/load-detective-words.ts'
import { loadExplainWords } from '../../i18n/load-explain-words.ts'
import { loadFlowsWords } from '../../i18n/load-flows-words.ts'
import { loadGlossary } from '../../i18n/load-glossary.ts'
import { loadCatalogueAt } from '../../i18n/load-level.ts'
import { loadPathWords } from '../../i18n/load-path-words.ts'
import { loadProbeWords } from '../../i18n/load-probe-words.ts'
import { loadStudioWords } from '../../i18n/load-studio-words.ts'
import { loadTwinWords } from '../../i18n/load-twin-words.ts'
import { BUILTIN_NAMES } from '../../scenario/builtins.ts'
import { loadBuiltin } from '../../scenario/load-builtin.ts'
import { fetchOpenLink } from '../../store/fetch-open-link.ts'
import { whenFirst } from '../../store/when-first.ts'
import type { EngineClient } from '../../worker/client.ts'
import { fetchAnyWorld } from '../canvas/layout/fetch-any-world.ts'
import { fetchCompare } from '../compare/fetch-compare.ts'
import { fetchDataplaneList } from '../controls/fetch-dataplane-list.ts'
import { fetchFlowMore } from '../controls/fetch-flow-more.ts'
import { fetchArrivals } from '../detective/fetch-arrivals.ts'
import { fetchDetective, fetchDetectiveStart, fetchDoors } from '../detective/fetch-detective.ts'
import { fetchExplain } from '../explain/fetch-explain.ts'
import { fetchFlowList, fetchThingList } from '../flows/fetch-flows.ts'
import { fetchGlossary } from '../glossary/fetch-glossary.ts'
import {
  fetchCommandPalette,
  fetchShortcutList,
  fetchTour,
  fetchTourOffer,
} from '../guide/fetch-guide.ts'
import { fetchEditor } from '../inspector/editor/fetch-editor.ts'
import { fetchConfigTab } from '../inspector/fetch-config-tab.ts'
import { fetchSuggestion } from '../inspector/fetch-suggestion.ts'
import { fetchLitMarks } from '../lit/fetch-lit.ts'
import { fetchAllFlowsSwitch, fetchManyPackets } from '../many-packets/fetch-many-packets.ts'
import { fetchPath } from '../path/fetch-path.ts'
import { fetchChecks } from '../probe/fetch-checks.ts'
import { fetchProbeDock, fetchProbeMarks, fetchProbeTool } from '../probe/fetch-probe.ts'
import { fetchSettings } from '../settings/fetch-settings.ts'
import { fetchLink } from '../share/fetch-link.ts'
import { fetchShareDialog } from '../share/fetch-share-dialog.ts'
import { fetchStudio, fetchStudioTools, fetchThingPanel } from '../studio/fetch-studio.ts'
import { fetchTimeAxis } from '../time/fetch-time-axis.ts'
import { fetchTwin } from '../twin/fetch-twin.ts'

/**
 * Fetches, once the first packet has arrived or somebody lends a hand, whatever may be wanted later: after
 * that the page asks the network for nothing any more, and the root element says so. Hundreds of small
 * files would make the packet stutter on a phone.
 */
export async function fetchTheRest(engine: Pick<EngineClient, 'ask'>): Promise<void> {
  await itsTime()
  await Promise.allSettled([
    ...LANGUAGES.map(loadCatalogue),
    ...LANGUAGES.map(loadAllFlowsWords),
    ...LANGUAGES.map(loadArrivalsWords),
    ...LANGUAGES.map(loadChainWords),
    ...LANGUAGES.map(loadCompareWords),
    ...LANGUAGES.map(loadDetectiveWords),
    ...LANGUAGES.map(loadGuideWords),
    ...LANGUAGES.map(loadExplainWords),
    ...LANGUAGES.map(loadGlossary),
    ...LANGUAGES.flatMap((language) => LEVELS.map((level) => loadCatalogueAt(language, level))),
    ...LANGUAGES.map(loadTwinWords),
    ...LANGUAGES.map(loadPathWords),
    ...LANGUAGES.map(loadFlowsWords),
    ...LANGUAGES.map(loadProbeWords),
    ...LANGUAGES.map(loadStudioWords),
    fetchArrivals(),
    fetchCompare(),
    fetchDetective(),
    fetchDetectiveStart().then(({ fetchDetectiveWorker }) => fetchDetectiveWorker()),
    fetchDoors(),
    fetchStudio(),
    fetchAnyWorld(),
    fetchStudioTools(),
    fetchThingPanel(),
    fetchTourOffer(),
    fetchCommandPalette(),
    fetchShortcutList(),
    fetchTour(),
    fetchPath(),
    fetchProbeDock(),
    fetchProbeMarks(),
    fetchProbeTool(),
    fetchChecks(),
    fetchExplain(),
    fetchTwin(),
    fetchGlossary(),
    fetchFlowList(),
    fetchLitMarks(),
    fetchManyPackets(),
    fetchAllFlowsSwitch(),
    fetchThingList(),
    fetchTimeAxis(),
    ...BUILTIN_NAMES.map(loadBuiltin),
    fetchLink(),
    fetchOpenLink(),
    fetchShareDialog(),
    fetchDataplaneList(),
    fetchFlowMore(),
    fetchSettings(),
    fetchConfigTab(),
    fetchEditor(),
    fetchSuggestion(),
    engine.ask({ kind: 'fetch-the-rest' }),
    ...[...document.fonts].map((font) => font.load()),
  ])
  document.documentElement.setAttribute('data-loaded', 'true')
}

async function itsTime(): Promise<void> {
  const answered = whenFirst(({ run }) => run.phase === 'answered')
  const arrived = whenFirst(({ run, playing }) => run.phase === 'answered' && !playing)
  // An engine that does not even answer is not asked for more.
  await Promise.all([answered, Promise.race([arrived, firstTouch()])])
  await idle()
}

/** Whoever presses anything is about to want more than the first view. */
const firstTouch = (): Promise<void> =>
  new Promise((resolve) => {
    const touched = new AbortController()
    const end = (): void => {
      touched.abort()
      resolve()
    }
    for (const type of ['pointerdown', 'keydown']) {
      addEventListener(type, end, { capture: true, passive: true, signal: touched.signal })
    }
  })

/** Safari has no idle callback. */
const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 1500 })
    else setTimeout(resolve, 300)
  })
