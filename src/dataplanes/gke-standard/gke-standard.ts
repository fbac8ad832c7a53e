import { emptyNat } from '../../engine/nat-table.ts'
import type { ConfigReport } from '../config-report.ts'
import type { ClusterSettings, Dataplane, Installed } from '../dataplane.ts'
import { defaultConfig } from '../ip-masq-agent/default-config.ts'
import { agentDeployed } from './agent-deployed.ts'
import { AGENT_FLAGS, agentReport, writtenByAgent } from './agent-report.ts'
import { bootstrapRules } from './bootstrap-rules.ts'

/**
 * GKE Standard: default SNAT × ip-masq-agent × ConfigMap. An agent that runs decides alone, whatever
 * the flag says; without one, the flag decides between no rules at all and those that the node
 * writes at boot. Source: Google Cloud, "IP masquerade agent"; reference list in README.md.
 */
export const gkeStandard: Dataplane = {
  id: 'gke-standard',
  installDefaults(settings) {
    const agent = agentDeployed(settings)
    if (!agent.runs) return { ...withoutAgent(settings), agent }
    const config = defaultConfig(AGENT_FLAGS)
    return {
      ...writtenByAgent(config),
      agent,
      config: agentReport('absent', config),
      masqLinkLocalInText: false,
    }
  },
  async loadReader() {
    const { runAgent } = await import('./run-agent.ts')
    return (settings, texts) => {
      const agent = agentDeployed(settings)
      const read = runAgent(settings, texts)
      if (agent.runs) return { ...read, agent }
      // Nobody reads a ConfigMap where no agent runs.
      const { config, ...without } = withoutAgent(settings)
      const { masqLinkLocalInText } = read
      return { ...without, agent, config: { ...config, state: 'unread' }, masqLinkLocalInText }
    }
  },
}

function withoutAgent({ disableDefaultSnat }: ClusterSettings): Omit<Installed, 'agent'> {
  const config: ConfigReport = agentReport('absent', null)
  const common = { config, masqLinkLocalInText: false }
  if (!disableDefaultSnat) {
    return { ...common, rules: bootstrapRules(), silence: 'no-rule', writer: 'bootstrap' }
  }
  const rules = { nat4: emptyNat(4), nat6: emptyNat(6), sets: [] }
  return { ...common, rules, silence: 'default-snat-disabled', writer: 'nobody' }
}
