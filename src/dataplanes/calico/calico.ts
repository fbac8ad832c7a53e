import type { Dataplane } from '../dataplane.ts'
import { starterText } from './default-pools.ts'
import { SETTINGS } from './settings.ts'
import { SOURCES } from './sources.ts'

/**
 * Calico's `natOutgoing`: what leaves a pool for an address in no pool takes the node's address.
 * Felix, its agent on each node, keeps two sets of ranges and one rule between them.
 */
export const dataplane: Dataplane = {
  id: 'calico',
  settings: SETTINGS,
  starter: ({ settings }) => starterText(settings.podRanges),
  sources: SOURCES,
  words: {
    en: async () => (await import('./words.en.ts')).words,
    ko: async () => (await import('./words.ko.ts')).words,
    ja: async () => (await import('./words.ja.ts')).words,
  },
  install: async (cluster, manifests) => (await loadFelix())(cluster, manifests),
  fetchTheRest: loadFelix,
}

async function loadFelix() {
  return (await import('./install.ts')).installCalico
}
