import type { Dataplane } from '../dataplane.ts'
import { DEFAULT_MANIFEST, DEFAULT_RANGES } from './default-policy.ts'
import { POLICY_KIND } from './policy.ts'
import { sources } from './sources.ts'

/**
 * GKE Autopilot: policies say which destinations keep the Pod's address, a controller makes the
 * ip-masq-agent's ConfigMap of them, and the agent writes the rules. Source: Google Cloud, "IP
 * masquerade agent", "Use Egress NAT Policy to configure IP masquerade in Autopilot clusters".
 */
export const dataplane: Dataplane = {
  id: 'gke-autopilot',
  settings: [
    {
      key: 'destinations',
      control: { kind: 'list' },
      place: {
        in: 'manifest',
        manifest: { kind: POLICY_KIND, name: 'default' },
        path: ['spec', 'destinations'],
        item: 'cidr',
        quoted: false,
      },
      absent: DEFAULT_RANGES,
      prominent: true,
    },
  ],
  starter: () => DEFAULT_MANIFEST,
  sources,
  words: {
    en: async () => (await import('./words.en.ts')).words,
    ko: async () => (await import('./words.ko.ts')).words,
    ja: async () => (await import('./words.ja.ts')).words,
  },
  install: async (cluster, manifests) =>
    (await import('./run-controller.ts')).runController(cluster, manifests),
  fetchTheRest: () => import('./run-controller.ts'),
}
