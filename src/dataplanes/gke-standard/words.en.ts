import type { GkeWords } from './codes.ts'

export const words: GkeWords = {
  name: 'GKE Standard',
  about: 'Default SNAT, `ip-masq-agent` and its ConfigMap decide what leaves as the node.',
  origins: {
    'agent-jump':
      'The agent’s entry: everything that is not meant for the node itself goes to its chain.',
    'agent-link-local':
      'The agent keeps the source to link-local, as long as `masqLinkLocal` is false.',
    'agent-default-range':
      'One of the agent’s default ranges; `nonMasqueradeCIDRs` would replace them all.',
    'agent-configured-range': 'Listed in `nonMasqueradeCIDRs`.',
    'agent-configured-range@line': 'Listed in `nonMasqueradeCIDRs`, line {line} of the ConfigMap.',
    'agent-masquerade': 'The agent’s last rule: whatever was not kept is masqueraded.',
    'bootstrap-jump':
      'Written when the node started: everything not meant for the node itself goes to this chain.',
    'bootstrap-link-local': 'Written when the node started: the source is kept to link-local.',
    'bootstrap-range':
      'A default range, written when the node started; a ConfigMap cannot change it.',
    'bootstrap-masquerade': 'Written when the node started: whatever was not kept is masqueraded.',
  },
  writers: {
    agent: 'ip-masq-agent',
    bootstrap: 'node start-up',
    nobody: 'nobody',
  },
  agentWhy: {
    'auto-pod-range-outside-10':
      'GKE deploys ip-masq-agent because a Pod range lies outside 10.0.0.0/8.',
    'auto-network-policy':
      'GKE deploys ip-masq-agent because network policy is on without Dataplane V2.',
    manual: 'ip-masq-agent was deployed by hand.',
    'absent-flag': 'GKE deploys no ip-masq-agent while default SNAT is off.',
    'absent-not-needed':
      'GKE deploys no ip-masq-agent: the rules that each node writes when it starts are enough.',
  },
  notes: {},
  assumptions: {},
  refusedBy: {},
  settings: {},
}
