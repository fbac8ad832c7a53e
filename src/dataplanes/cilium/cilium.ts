import { formatCidr } from '../../net/cidr.ts'
import type { ClusterFacts, Dataplane } from '../dataplane.ts'
import { settings } from './settings.ts'
import { sources } from './sources.ts'

/**
 * Cilium, by iptables or by an eBPF program at the devices: which of the two is an option like any
 * other. Reference list in README.md.
 */
export const dataplane: Dataplane = {
  id: 'cilium',
  settings,
  starter,
  sources,
  words: {
    en: async () => (await import('./words.en.ts')).words,
    ko: async () => (await import('./words.ko.ts')).words,
    ja: async () => (await import('./words.ja.ts')).words,
  },
  install: async (cluster, manifests) => (await import('./install.ts')).install(cluster, manifests),
  fetchTheRest: () => import('./install.ts'),
}

/** Native routing, with the Pod range as the one that is not masqueraded. */
function starter({ settings: { podRanges } }: ClusterFacts): string {
  const range = podRanges.find(({ base }) => base.family === 4)
  const native = range ? `  ipv4-native-routing-cidr: "${formatCidr(range)}"\n` : ''
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: cilium-config
  namespace: kube-system
data:
  routing-mode: "${range ? 'native' : 'tunnel'}"
${native}  enable-ipv4: "true"
  enable-ipv4-masquerade: "true"
  enable-ipv6-masquerade: "true"
  enable-bpf-masquerade: "false"
`
}
