import { formatAddress } from '../../../net/address.ts'
import { formatCidr, hostCidr } from '../../../net/cidr.ts'
import type { Pod } from '../../../topology/cluster.ts'
import type { Failure } from '../failure.ts'
import type { Generator, Remedy } from '../remedy.ts'

/** NetworkPolicies add up: one more that lets in, or out, what the others do not name. */
export const allowPolicyPeer: Generator = (failure) => {
  const { reason, topology } = failure
  if (!('pod' in reason)) return []
  const pod = topology.pods.find(({ name }) => name === reason.pod)
  if (pod === undefined) return []
  if (reason.code === 'dropped-network-policy-ingress') return [policyFor(failure, pod, 'ingress')]
  return reason.code === 'dropped-network-policy-egress' ? [policyFor(failure, pod, 'egress')] : []
}

function policyFor(failure: Failure, pod: Pod, direction: 'ingress' | 'egress'): Remedy {
  const { source, destination, protocol, port } = failure
  const other = direction === 'ingress' ? source : destination
  const peer = formatCidr(hostCidr(other))
  const name = `allow-${pod.name}-${direction}-${formatAddress(other).replaceAll(/[^0-9a-f]+/g, '-')}`
  const labels = Object.entries(pod.labels).map(([key, value]) => `      ${key}: ${quoted(value)}`)
  const ports =
    port === null
      ? []
      : ['      ports:', `        - port: ${port}`, `          protocol: ${protocol.toUpperCase()}`]
  const lines = [
    'apiVersion: networking.k8s.io/v1',
    'kind: NetworkPolicy',
    'metadata:',
    `  name: ${name}`,
    `  namespace: ${pod.namespace}`,
    'spec:',
    ...(labels.length === 0
      ? ['  podSelector: {}']
      : ['  podSelector:', '    matchLabels:', ...labels]),
    `  policyTypes: [${direction === 'ingress' ? 'Ingress' : 'Egress'}]`,
    `  ${direction}:`,
    `    - ${direction === 'ingress' ? 'from' : 'to'}:`,
    '        - ipBlock:',
    `            cidr: ${peer}`,
    ...ports,
    '',
  ]
  const home = failure.topology.nodes.find((node) => node.name === pod.node)
  return [
    {
      code: 'allow-policy-peer',
      at: `pod:${pod.name}`,
      params: { peer, policy: name, range: peer },
      edit: {
        to: 'manifests',
        cluster: home?.cluster ?? '',
        do: 'append',
        text: lines.join('\n'),
      },
      notes: [],
    },
  ]
}

const quoted = (text: string): string => JSON.stringify(text)
