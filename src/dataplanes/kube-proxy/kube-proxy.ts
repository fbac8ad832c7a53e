import type { Refusal } from '../../engine/world.ts'
import type { Family } from '../../net/address.ts'
import type { Service } from '../../topology/cluster.ts'
import type { ClusterView } from '../../topology/cluster-view.ts'
import type { Installed, NodeInstalled } from '../dataplane.ts'
import { writeRules } from '../write-rules.ts'
import type { ProxyConfig } from './proxy-config.ts'
import { proxyTable } from './proxy-table.ts'
import { refusalsOf } from './refusals.ts'
import type { PortOnNode } from './service-rules.ts'

export interface ProxyInstalled {
  readonly nodes: Installed['nodes']
  /** What it refuses in table filter, by node. */
  readonly refusals: ReadonlyMap<string, readonly Refusal[]>
}

/**
 * kube-proxy in iptables mode beside what else stands on each node. Services stand on every node;
 * which of their endpoints are its own matters to the policy `Local` only.
 */
export function withKubeProxy(
  topology: ClusterView,
  nodes: Installed['nodes'],
  config: ProxyConfig,
): ProxyInstalled {
  const refusals = new Map<string, readonly Refusal[]>()
  const written = [...nodes].map(([name, own]): [string, NodeInstalled] => {
    if (own.replacesKubeProxy || isWindows(topology, name)) return [name, own]
    const ports = (family: Family) => portsOf(topology, name, { config, family })
    const [four, six] = [ports(4), ports(6)]
    refusals.set(name, [...four, ...six].flatMap(refusalsOf))
    const how = { bit: config.markBit, at: own.insertsFirst ? 'last' : 'first' } as const
    const writing = {
      nat4: proxyTable(4, four, how),
      ...(six.length > 0 ? { nat6: proxyTable(6, six, how) } : {}),
    }
    return [name, { ...own, rules: writeRules(own.rules, writing) }]
  })
  return { nodes: new Map(written), refusals }
}

const isWindows = ({ nodes }: ClusterView, name: string): boolean =>
  nodes.some((node) => node.name === name && node.os === 'windows')

function portsOf(
  { services, cluster }: ClusterView,
  name: string,
  { config, family }: { readonly config: ProxyConfig; readonly family: Family },
): readonly PortOnNode[] {
  const told = config.clusterRanges ?? cluster.podRanges
  const clusterRange = told.find(({ base }) => base.family === family) ?? null
  const of = <T extends { readonly family: Family }>(list: readonly T[]) =>
    list.filter((each) => each.family === family)
  return services.flatMap((service: Service) => {
    const endpoints = service.endpoints.filter(({ address }) => address.family === family)
    return of(service.clusterIps).flatMap((clusterIp) =>
      service.ports.map((port) => ({
        service,
        port,
        clusterIp,
        loadBalancerIps: of(service.loadBalancerIps),
        endpoints,
        local: endpoints.filter(({ node }) => node === name),
        clusterRange,
        masqueradeAll: config.masqueradeAll,
      })),
    )
  })
}
