import type { Source } from '../source.ts'

const AGENT: Source = {
  grade: 'measured',
  where: 'kubernetes-sigs/ip-masq-agent',
  what: 'cmd/ip-masq-agent/ip-masq-agent.go, syncMasqRules; recorded from v2.10.0',
  version: 'v1.0.0 to v2.12.6',
}
const CONFIG: Source = { ...AGENT, what: 'cmd/ip-masq-agent/ip-masq-agent.go, syncConfig' }
const BOOT: Source = {
  grade: 'source',
  where: 'kubernetes/kubernetes',
  what: 'cluster/gce/gci/configure-helper.sh; the same rules in GoogleCloudPlatform/netd',
  version: 'v1.14 and later; before it with fewer ranges',
}
const PAGE: Source = {
  grade: 'documented',
  where: 'Google Cloud, “IP masquerade agent”',
  what: 'automatic deployment, default destinations, effect of --disable-default-snat',
  version: '2026',
}
const WINDOWS: Source = { ...PAGE, what: 'Windows Server node pools' }

/** Where each behaviour was learned. */
export const sources: Readonly<Record<string, Source>> = {
  'agent-jump': { ...AGENT, what: 'cmd/ip-masq-agent/ip-masq-agent.go, ensurePostroutingJump' },
  'agent-link-local': AGENT,
  'agent-default-range': { ...CONFIG, what: 'cmd/ip-masq-agent/ip-masq-agent.go, NewMasqConfig' },
  'agent-configured-range': CONFIG,
  'agent-masquerade': AGENT,
  'bootstrap-jump': BOOT,
  'bootstrap-link-local': BOOT,
  'bootstrap-range': BOOT,
  'bootstrap-masquerade': BOOT,
  'kubelet-masquerade': {
    grade: 'source',
    where: 'kubernetes/kubernetes',
    what: 'pkg/kubelet/dockershim/network/kubenet/kubenet_linux.go',
    version: 'v1.13',
  },
  'windows-cluster': { ...WINDOWS, grade: 'inferred' },
  'windows-outbound': WINDOWS,
  'auto-pod-range-outside-10': PAGE,
  'auto-network-policy': PAGE,
  manual: PAGE,
  'absent-flag': PAGE,
  'absent-not-needed': PAGE,
  'daemon-set-in-own-network': {
    ...AGENT,
    grade: 'inferred',
    what: 'ip-masq-agent.yaml, hostNetwork',
  },
  'daemon-set-does-not-start': { ...AGENT, grade: 'source', what: 'main; Go, package flag' },
  'nodes-made-with-default-snat': PAGE,
  'nodes-made-without-default-snat': PAGE,
  'agent-in-own-network': { ...AGENT, grade: 'inferred', what: 'ip-masq-agent.yaml, hostNetwork' },
  'agent-ignores-arguments': {
    ...AGENT,
    grade: 'source',
    what: 'main',
    version: 'v1.0.0 to v2.0.1',
  },
  'two-chains': {
    grade: 'measured',
    where: 'kubernetes/kubernetes',
    what: 'issue 64212; measured with both chains on one node',
    version: '2018',
  },
  'jumps-of-several-releases': {
    ...AGENT,
    what: 'postroutingJumpComment; measured from v2.9.1 to v2.10.0',
  },
  'gke-agent-version': { ...PAGE, grade: 'unverified' },
  'old-agent-version': {
    grade: 'inferred',
    where: 'kubernetes/kubernetes',
    what: 'cluster/addons/ip-masq-agent/ip-masq-agent.yaml',
    version: 'v1.13',
  },
  'agent-version-unknown': { ...AGENT, grade: 'unverified', what: 'releases' },
  'gke-version-unreadable': { ...PAGE, grade: 'unverified' },
  'kubelet-rule-link-local': {
    ...PAGE,
    grade: 'unverified',
    what: 'default destinations before 1.14',
  },
  'node-selector-met': { ...AGENT, grade: 'unverified', what: 'ip-masq-agent.yaml' },
  'daemon-set-replaces-that-of-gke': { ...PAGE, grade: 'unverified' },
  'dataplane-v2-same-rules': { ...PAGE, grade: 'unverified' },
  'calico-leaves-nat-alone': {
    grade: 'inferred',
    where: 'kubernetes/kubernetes',
    what: 'cluster/addons/calico-policy-controller/calico-node-daemonset.yaml, NO_DEFAULT_POOLS',
    version: 'v1.18',
  },
  'windows-policy-as-rules': { ...WINDOWS, grade: 'inferred' },
  'windows-older-page': { ...WINDOWS, version: '2021' },
  'made-with-default-snat': PAGE,
  'made-without-default-snat': PAGE,
}
