import type { ToolPrint } from './printed.ts'
import type { Probed } from './probed.ts'

/**
 * A command as one types it where kubectl is. On a node its own tools are asked, which read its rules
 * as it wrote them; tcpdump is brought along. Source: kubernetes.io, debugging nodes with kubectl;
 * docs.cilium.io, troubleshooting. The image is the usual one for this.
 */
export function fromWorkstation({ dataplanes }: Probed, { tool, on, command }: ToolPrint): string {
  if (on.kind === 'pod') {
    return `kubectl debug -it ${on.name} --image=${IMAGE} --profile=netadmin -- ${command}`
  }
  if (on.kind !== 'node' || command.startsWith('kubectl ')) return command
  if (command.startsWith('cilium ')) return inAgent(on.name, command)
  // Autopilot lets nobody onto its nodes, and a machine of no cluster is not kubectl's.
  if ([undefined, 'gke-autopilot'].includes(dataplanes.get(on.name))) return command
  const own = tool === 'tcpdump' ? '' : 'chroot /host '
  return `kubectl debug node/${on.name} -it --image=${IMAGE} --profile=sysadmin -- ${own}${command}`
}

const IMAGE = 'nicolaka/netshoot'

/** In the agent that runs on the same node. */
const inAgent = (node: string, command: string): string =>
  `kubectl -n kube-system exec $(kubectl -n kube-system get pods -l k8s-app=cilium --field-selector spec.nodeName=${node} -o name) -c cilium-agent -- ${command}`
