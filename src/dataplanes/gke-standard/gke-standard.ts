import type { ClusterSettings, Dataplane } from '../dataplane.ts'
import { defaultConfig } from '../ip-masq-agent/default-config.ts'
import { agentReport } from '../ip-masq-agent/report.ts'
import { agentDeployed } from './agent-deployed.ts'
import { bootNode } from './boot.ts'
import { GKE_AGENT, OLD_GKE_AGENT, writeDefaults } from './gke-agent.ts'
import { readGkeVersion } from './gke-version.ts'
import { clusterAssumptions, type Outcome, onNodes } from './on-nodes.ts'
import { settings } from './settings.ts'
import { sources } from './sources.ts'
import { starter } from './starter.ts'

/**
 * GKE Standard: default SNAT × ip-masq-agent × ConfigMap. A node writes rules of its own when it
 * boots, unless default SNAT is disabled; an agent that runs writes its chain over them, whatever the
 * flag says. Source: Google Cloud, "IP masquerade agent"; reference list in README.md.
 */
export const dataplane: Dataplane = {
  id: 'gke-standard',
  settings,
  starter,
  sources,
  words: {
    en: async () => (await import('./words.en.ts')).words,
    ko: async () => (await import('./words.ko.ts')).words,
    ja: async () => (await import('./words.ja.ts')).words,
  },
  install(cluster, manifests) {
    if (manifests === null) return onNodes(cluster, withoutManifests)
    return loadReader().then((run) => onNodes(cluster, (settings) => run(settings, manifests)))
  },
  fetchTheRest: loadReader,
}

/** The reader of manifests: a chunk of its own, fetched when the first ones are applied. */
async function loadReader() {
  return (await import('./run-manifests.ts')).runManifests
}

function withoutManifests(settings: ClusterSettings): Outcome {
  const agent = agentDeployed(settings)
  const boot = bootNode(settings)
  const common = { agent, masqLinkLocalInText: false }
  const assumptions = clusterAssumptions(settings)
  if (!agent.runs) {
    const config = agentReport('absent', null)
    const linkLocal = boot.writer === 'kubelet' ? ['kubelet-rule-link-local'] : []
    return { ...boot, ...common, config, assumptions: [...assumptions, ...linkLocal] }
  }
  const { old } = readGkeVersion(settings.gkeVersion)
  const { flags } = old ? OLD_GKE_AGENT : GKE_AGENT
  return {
    ...common,
    rules: writeDefaults(boot.rules, flags),
    silence: 'no-rule',
    writer: 'agent',
    config: agentReport('absent', defaultConfig(flags)),
    assumptions: [...assumptions, old ? 'old-agent-version' : 'gke-agent-version'],
  }
}
