import type { Dataplane } from './dataplane.ts'
import type { DataplaneWords } from './words.ts'

/**
 * A dataplane with what may stand on its nodes beside it: its words are then also those of rules
 * typed by hand, of kube-proxy's, and of network policies.
 */
export const withBeside = (dataplane: Dataplane): Dataplane => ({
  ...dataplane,
  words: {
    en: async () =>
      joined(
        await dataplane.words.en(),
        (await import('./manual-rules/words.en.ts')).words,
        (await import('./kube-proxy/words.en.ts')).words,
        (await import('./network-policy/words.en.ts')).words,
      ),
    ko: async () =>
      joined(
        await dataplane.words.ko(),
        (await import('./manual-rules/words.ko.ts')).words,
        (await import('./kube-proxy/words.ko.ts')).words,
        (await import('./network-policy/words.ko.ts')).words,
      ),
    ja: async () =>
      joined(
        await dataplane.words.ja(),
        (await import('./manual-rules/words.ja.ts')).words,
        (await import('./kube-proxy/words.ja.ts')).words,
        (await import('./network-policy/words.ja.ts')).words,
      ),
  },
  fetchTheRest: () =>
    Promise.all([
      dataplane.fetchTheRest(),
      import('./manual-rules/manual-rules.ts'),
      import('./kube-proxy/kube-proxy.ts'),
      import('./kube-proxy/proxy-config.ts'),
      import('./network-policy/network-policy.ts'),
    ]),
})

const joined = (
  own: DataplaneWords,
  ...beside: readonly Pick<DataplaneWords, 'origins' | 'notes'>[]
): DataplaneWords => ({
  ...own,
  origins: Object.assign({}, ...beside.map(({ origins }) => origins), own.origins),
  notes: Object.assign({}, ...beside.map(({ notes }) => notes), own.notes),
})
