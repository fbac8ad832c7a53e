import { keepComparing } from '../../store/comparing.ts'
import { keepLevel } from '../../store/explaining.ts'
import { startLateReaders } from '../../store/late-readers.ts'
import type { PlaygroundState } from '../../store/playground.ts'
import { keepReadingRules } from '../../store/rule-book.ts'
import { viewpoint } from '../../store/time.ts'
import type { EngineClient } from '../../worker/client.ts'
import { editYamlThrough } from '../controls/masquerade-link-local.ts'
import { fetchPrint } from '../print/fetch-print.ts'
import { keepWork } from './keep-work.ts'

/** What begins while the first packet is on its way, and nothing of it is waited for. */
export function beginLate(engine: EngineClient, opened: PlaygroundState): void {
  startLateReaders(engine)
  editYamlThrough(engine)
  keepReadingRules((state, node) => engine.ask({ kind: 'rules', state, node, ...viewpoint() }))
  keepComparing((state, dataplanes) => engine.ask({ kind: 'compare', state, dataplanes }))
  keepWork(opened)
  keepLevel()
  void fetchPrint().then(({ startPrinting }) => startPrinting())
}
