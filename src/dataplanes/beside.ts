import type { Dataplane } from './dataplane.ts'
import type { DataplaneWords } from './words.ts'

/**
 * A dataplane with what may stand on its nodes beside it: its words are then also those of rules
 * typed by hand, and of kube-proxy's.
 */
export const withBeside = (dataplane: Dataplane): Dataplane => ({
  ...dataplane,
  words: {
    en: async () =>
      joined(
        joined(await dataplane.words.en(), (await import('./manual-rules/words.en.ts')).words),
        (await import('./kube-proxy/words.en.ts')).words,
      ),
    ko: async () =>
      joined(
        joined(await dataplane.words.ko(), (await import('./manual-rules/words.ko.ts')).words),
        (await import('./kube-proxy/words.ko.ts')).words,
      ),
    ja: async () =>
      joined(
        joined(await dataplane.words.ja(), (await import('./manual-rules/words.ja.ts')).words),
        (await import('./kube-proxy/words.ja.ts')).words,
      ),
  },
  fetchTheRest: () =>
    Promise.all([
      dataplane.fetchTheRest(),
      import('./manual-rules/manual-rules.ts'),
      import('./kube-proxy/kube-proxy.ts'),
      import('./kube-proxy/proxy-config.ts'),
    ]),
})

const joined = (
  own: DataplaneWords,
  beside: Pick<DataplaneWords, 'origins' | 'notes'>,
): DataplaneWords => ({
  ...own,
  origins: { ...beside.origins, ...own.origins },
  notes: { ...beside.notes, ...own.notes },
})
