import type { ClusterSettings } from '../dataplane.ts'
import type { Standing } from '../standing.ts'
import { NO_RULES } from '../write-rules.ts'
import { agentDeployed } from './agent-deployed.ts'
import { bootstrapRules } from './bootstrap-rules.ts'
import { readGkeVersion } from './gke-version.ts'
import { kubeletRule } from './kubelet-rule.ts'

/**
 * What a Linux node has written when it has booted, before any agent runs. Before 1.14.1-gke.14 the
 * flag did not exist; nodes with containerd, or with an agent, kept RFC 1918, and of others kubelet
 * masqueraded all but 10.0.0.0/8. Source: Google Cloud, "IP masquerade agent", default destinations.
 */
export function bootNode(settings: ClusterSettings): Standing {
  const { old } = readGkeVersion(settings.gkeVersion)
  if (!old && settings.disableDefaultSnat) {
    return { rules: NO_RULES, silence: 'default-snat-disabled', writer: 'nobody' }
  }
  if (!old) return { rules: bootstrapRules(), silence: 'no-rule', writer: 'bootstrap' }
  const containerd = settings.nodeImage?.toLowerCase().includes('containerd') === true
  if (containerd || agentDeployed(settings).runs) {
    return { rules: bootstrapRules('rfc1918'), silence: 'no-rule', writer: 'bootstrap' }
  }
  return { rules: kubeletRule(), silence: 'no-rule', writer: 'kubelet' }
}
