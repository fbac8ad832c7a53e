import { emptyNat } from '../../engine/nat-table.ts'
import type { ConfigReport } from '../config-report.ts'
import type { ClusterFacts, ClusterSettings, Dataplane, Installed } from '../dataplane.ts'
import { onEveryNode, type Standing } from '../every-node.ts'
import { defaultConfig } from '../ip-masq-agent/default-config.ts'
import { agentDeployed } from './agent-deployed.ts'
import { AGENT_FLAGS, agentReport, writtenByAgent } from './agent-report.ts'
import { bootstrapRules } from './bootstrap-rules.ts'

/**
 * GKE Standard: default SNAT × ip-masq-agent × ConfigMap. An agent that runs decides alone, whatever
 * the flag says; without one, the flag decides between no rules at all and those that the node
 * writes at boot. Source: Google Cloud, "IP masquerade agent"; reference list in README.md.
 */
export const dataplane: Dataplane = {
  id: 'gke-standard',
  settings: [],
  starter: () => '',
  sources: {},
  words: {
    en: async () => (await import('./words.en.ts')).words,
    ko: async () => (await import('./words.ko.ts')).words,
    ja: async () => (await import('./words.ja.ts')).words,
  },
  install(cluster, manifests) {
    if (manifests !== null) return loadReader().then((read) => read(cluster, manifests))
    const { settings } = cluster
    const agent = agentDeployed(settings)
    if (!agent.runs) return { ...everywhere(cluster, withoutAgent(settings)), agent }
    const config = defaultConfig(AGENT_FLAGS)
    const report = { config: agentReport('absent', config), masqLinkLocalInText: false }
    return { ...everywhere(cluster, { ...writtenByAgent(config), ...report }), agent }
  },
  fetchTheRest: loadReader,
}

type Written = Standing & Pick<Installed, 'config' | 'masqLinkLocalInText'>

const everywhere = (
  { topology }: ClusterFacts,
  { config, masqLinkLocalInText, ...standing }: Written,
): Omit<Installed, 'agent'> => ({
  nodes: onEveryNode(topology, standing),
  config,
  masqLinkLocalInText,
})

/** The reader of configuration texts: a chunk of its own, fetched when the first one is applied. */
async function loadReader() {
  const { runAgent } = await import('./run-agent.ts')
  return (cluster: ClusterFacts, manifests: Parameters<typeof runAgent>[1]): Installed => {
    const { settings } = cluster
    const agent = agentDeployed(settings)
    const read = runAgent(settings, manifests)
    if (agent.runs) return { ...everywhere(cluster, read), agent }
    // Nobody reads a ConfigMap where no agent runs.
    const { config, ...without } = withoutAgent(settings)
    const { masqLinkLocalInText } = read
    const unread = {
      ...without,
      config: { ...config, state: 'unread' as const },
      masqLinkLocalInText,
    }
    return { ...everywhere(cluster, unread), agent }
  }
}

function withoutAgent({ disableDefaultSnat }: ClusterSettings): Written {
  const config: ConfigReport = agentReport('absent', null)
  const common = { config, masqLinkLocalInText: false }
  if (!disableDefaultSnat) {
    return { ...common, rules: bootstrapRules(), silence: 'no-rule', writer: 'bootstrap' }
  }
  const rules = { nat4: emptyNat(4), nat6: emptyNat(6), sets: [] }
  return { ...common, rules, silence: 'default-snat-disabled', writer: 'nobody' }
}
