import type { Dataplane } from '../dataplane.ts'
import { SETTINGS } from './settings.ts'
import { sources } from './sources.ts'
import { STARTER } from './starter.ts'

/** Amazon's CNI: Pods have addresses of the VPC, and what leaves the VPC does so as the primary ENI. */
export const dataplane: Dataplane = {
  id: 'aws-vpc-cni',
  settings: SETTINGS,
  starter: () => STARTER,
  sources,
  words: {
    en: async () => (await import('./words.en.ts')).words,
    ko: async () => (await import('./words.ko.ts')).words,
    ja: async () => (await import('./words.ja.ts')).words,
  },
  install: async (cluster, manifests) => (await load())(cluster, manifests),
  fetchTheRest: load,
}

async function load() {
  return (await import('./install.ts')).installAws
}
