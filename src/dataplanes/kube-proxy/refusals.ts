import type { Refusal } from '../../engine/world.ts'
import { portName } from './chain-name.ts'
import { isExternal, type PortOnNode } from './service-rules.ts'

/**
 * What kube-proxy refuses in table filter, where nothing is left that it could be sent to: `REJECT`
 * without any endpoint, `DROP` where the policy wants one on this node. Source: kubernetes v1.31,
 * pkg/proxy/iptables/proxier.go, KUBE-SERVICES and KUBE-EXTERNAL-SERVICES of table filter.
 */
export function refusalsOf(at: PortOnNode): readonly Refusal[] {
  const { service, port, clusterIp, loadBalancerIps, endpoints, local } = at
  const verdict = endpoints.length === 0 ? 'reject' : 'drop'
  const served = (policy: 'Cluster' | 'Local'): boolean =>
    (policy === 'Local' ? local : endpoints).length > 0
  const common = {
    service: portName(service, port.name),
    protocol: port.protocol,
    family: clusterIp.family,
    verdict,
  } as const
  const inside = served(service.internalTrafficPolicy)
    ? []
    : [{ ...common, dst: clusterIp, port: port.port }]
  if (!isExternal(at) || served(service.externalTrafficPolicy)) return inside
  return [
    ...inside,
    ...loadBalancerIps.map((dst) => ({ ...common, dst, port: port.port })),
    ...(port.nodePort === null ? [] : [{ ...common, dst: null, port: port.nodePort }]),
  ]
}
