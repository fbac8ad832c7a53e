import type { Ruleset } from '../../engine/rule.ts'
import { invariant } from '../../net/invariant.ts'
import type { AgentSetup } from '../ip-masq-agent/agent-on-node.ts'
import { defaultConfig } from '../ip-masq-agent/default-config.ts'
import { type AgentFlags, DEFAULT_FLAGS, GKE_FLAGS } from '../ip-masq-agent/flags.ts'
import { agentRules } from '../ip-masq-agent/rules.ts'
import { agentProfile, NEWEST_VERSION } from '../ip-masq-agent/version.ts'
import { writeAgent } from '../ip-masq-agent/write-agent.ts'

/** The agent that GKE deploys. Its release notes name no version of it: the newest that was read. */
export const GKE_AGENT: AgentSetup = {
  key: 'kube-system/ip-masq-agent',
  id: 'gke',
  flags: { ...GKE_FLAGS, profile: agentProfile(NEWEST_VERSION) },
}

/** Before 1.14.1-gke.14. Source: kubernetes 1.13, cluster/addons/ip-masq-agent/ip-masq-agent.yaml. */
export const OLD_GKE_AGENT: AgentSetup = {
  key: GKE_AGENT.key,
  id: 'gke-old',
  flags: { ...DEFAULT_FLAGS, chain: 'IP-MASQ', profile: agentProfile('2.1.1') },
}

/** What it writes where there is no ConfigMap, on top of what the node has. */
export function writeDefaults(before: Ruleset, flags: AgentFlags): Ruleset {
  const nat4 = agentRules(defaultConfig(flags), flags, 4)
  invariant(nat4.ok, 'the default ranges can be written')
  return writeAgent(before, { nat4: nat4.value, nat6: null })
}
