import type { DataplaneText } from './messages.ts'
import { code, say } from './sentence.ts'

export const dataplaneEn: DataplaneText = {
  origins: {
    'agent-jump': () =>
      say`The agent’s entry: everything that is not meant for the node itself goes to its chain.`,
    'agent-link-local': () =>
      say`The agent keeps the source to link-local, as long as ${code('masqLinkLocal')} is false.`,
    'agent-default-range': () =>
      say`One of the agent’s default ranges; ${code('nonMasqueradeCIDRs')} would replace them all.`,
    'agent-configured-range': (line) =>
      line === null
        ? say`Listed in ${code('nonMasqueradeCIDRs')}.`
        : say`Listed in ${code('nonMasqueradeCIDRs')}, line ${line} of the ConfigMap.`,
    'agent-masquerade': () => say`The agent’s last rule: whatever was not kept is masqueraded.`,
    'bootstrap-jump': () =>
      say`Written when the node started: everything not meant for the node itself goes to this chain.`,
    'bootstrap-link-local': () =>
      say`Written when the node started: the source is kept to link-local.`,
    'bootstrap-range': () =>
      say`A default range, written when the node started; a ConfigMap cannot change it.`,
    'bootstrap-masquerade': () =>
      say`Written when the node started: whatever was not kept is masqueraded.`,
  },
  agentWhy: {
    'auto-pod-range-outside-10': say`GKE deploys ip-masq-agent because a Pod range lies outside 10.0.0.0/8.`,
    'auto-network-policy': say`GKE deploys ip-masq-agent because network policy is on without Dataplane V2.`,
    manual: say`ip-masq-agent was deployed by hand.`,
    'absent-flag': say`GKE deploys no ip-masq-agent while default SNAT is off.`,
    'absent-not-needed': say`GKE deploys no ip-masq-agent: the rules that each node writes when it starts are enough.`,
  },
  writers: { agent: 'ip-masq-agent', bootstrap: 'node start-up', nobody: 'nobody' },
}
