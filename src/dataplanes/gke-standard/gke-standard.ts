import { emptyNat } from '../../engine/nat-table.ts'
import type { ConfigReport } from '../config-report.ts'
import type { ConfigTexts, Dataplane, Installed } from '../dataplane.ts'
import { agentDeployed } from './agent-deployed.ts'
import { bootstrapRules } from './bootstrap-rules.ts'
import { runAgent } from './run-agent.ts'

/**
 * GKE Standard: default SNAT × ip-masq-agent × ConfigMap. An agent that runs decides alone, whatever
 * the flag says; without one, the flag decides between no rules at all and those that the node
 * writes at boot. Source: Google Cloud, "IP masquerade agent"; reference list in README.md.
 */
export const gkeStandard: Dataplane = {
  id: 'gke-standard',
  install(settings, texts): Installed {
    const agent = agentDeployed(settings)
    if (agent.runs) return { ...runAgent(settings, texts), agent }
    const { masqLinkLocalInText } = runAgent(settings, texts)
    const without = { agent, config: unread(texts), masqLinkLocalInText }
    if (settings.disableDefaultSnat) {
      const rules = { nat4: emptyNat(4), nat6: emptyNat(6), sets: [] }
      return { ...without, rules, silence: 'default-snat-disabled', writer: 'nobody' }
    }
    return { ...without, rules: bootstrapRules(), silence: 'no-rule', writer: 'bootstrap' }
  },
}

/** Nobody reads a ConfigMap where no agent runs. */
const unread = ({ applied }: ConfigTexts): ConfigReport => ({
  state: applied ? 'unread' : 'absent',
  error: null,
  using: null,
  ranges: [],
  rangesAreDefaults: false,
  masqLinkLocal: false,
  notes: [],
})
