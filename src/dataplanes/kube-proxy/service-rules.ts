import type { Match } from '../../engine/rule.ts'
import { type Address, formatAddress } from '../../net/address.ts'
import type { Cidr } from '../../net/cidr.ts'
import type { Service, ServiceEndpoint, ServicePort } from '../../topology/cluster.ts'
import { endpointChain, portName, serviceChain } from './chain-name.ts'
import {
  comment,
  exactly,
  jump,
  masked,
  moduleOf,
  ofProtocol,
  type ProxyRule,
  portMatch,
  rule,
} from './proxy-rule.ts'

/** One port of a Service in one address family, as it is seen from one node. */
export interface PortOnNode {
  readonly service: Service
  readonly port: ServicePort
  readonly clusterIp: Address
  readonly loadBalancerIps: readonly Address[]
  readonly endpoints: readonly ServiceEndpoint[]
  readonly local: readonly ServiceEndpoint[]
  readonly clusterRange: Cidr | null
  readonly masqueradeAll: boolean
}

/** What the port brings into the chains that all Services share, and the chains of its own. */
export interface PortRules {
  readonly services: readonly ProxyRule[]
  readonly nodePorts: readonly ProxyRule[]
  readonly chains: ReadonlyMap<string, readonly ProxyRule[]>
}

export const isExternal = ({ service, port }: PortOnNode): boolean =>
  service.loadBalancerIps.length > 0 || port.nodePort !== null

/** Source: kubernetes v1.31, pkg/proxy/iptables/proxier.go, syncProxyRules. */
export function portRules(at: PortOnNode): PortRules {
  const { service, port, endpoints, local } = at
  if (endpoints.length === 0) return { services: [], nodePorts: [], chains: new Map() }
  const names = namesOf(at)
  const internalLocal = service.internalTrafficPolicy === 'Local'
  const externalLocal = isExternal(at) && service.externalTrafficPolicy === 'Local'
  const usesCluster = !internalLocal || isExternal(at)
  const usesLocal = local.length > 0 && (internalLocal || externalLocal)
  const reachable = usesCluster ? endpoints : local
  const internal = internalLocal ? names.local : names.cluster
  const hasInternal = !internalLocal || local.length > 0
  const chains = new Map<string, readonly ProxyRule[]>()
  const add = (name: string, rules: readonly ProxyRule[]): void => {
    chains.set(name, [...(chains.get(name) ?? []), ...rules])
  }
  if (hasInternal) add(internal, offCluster(at, names.port))
  if (isExternal(at)) add(names.external, externalRules(at, names))
  if (usesCluster) add(names.cluster, balance(at, names.port, endpoints))
  if (usesLocal) add(names.local, balance(at, names.port, local))
  for (const endpoint of reachable) {
    add(endpointName(at, names.port, endpoint), endpointRules(at, names.port, endpoint))
  }
  return {
    services: serviceRules(at, names, hasInternal ? internal : null),
    nodePorts:
      port.nodePort === null
        ? []
        : [
            rule(
              'kube-proxy-node-ports',
              ofProtocol(port),
              [comment(names.port), portMatch(port, port.nodePort)],
              jump(names.external),
            ),
          ],
    chains,
  }
}

interface Names {
  readonly port: string
  readonly cluster: string
  readonly local: string
  readonly external: string
}

function namesOf({ service, port }: PortOnNode): Names {
  const name = portName(service, port.name)
  const protocol = moduleOf(port)
  return {
    port: name,
    cluster: serviceChain('KUBE-SVC', name, protocol),
    local: serviceChain('KUBE-SVL', name, protocol),
    external: serviceChain('KUBE-EXT', name, protocol),
  }
}

function serviceRules(
  { port, clusterIp, loadBalancerIps }: PortOnNode,
  names: Names,
  internal: string | null,
): readonly ProxyRule[] {
  const entry = (to: Address, what: string, chain: string): ProxyRule =>
    rule(
      'kube-proxy-service',
      { destination: exactly(to), ...ofProtocol(port) },
      [comment(`${names.port} ${what}`), portMatch(port, port.port)],
      jump(chain),
    )
  return [
    ...(internal === null ? [] : [entry(clusterIp, 'cluster IP', internal)]),
    ...loadBalancerIps.map((ip) => entry(ip, 'loadbalancer IP', names.external)),
  ]
}

/** Sources outside the cluster are marked, since the endpoint may be on another node. */
function offCluster(
  { port, clusterIp, clusterRange, masqueradeAll }: PortOnNode,
  name: string,
): readonly ProxyRule[] {
  const base = { destination: exactly(clusterIp), ...ofProtocol(port) }
  const matches = [comment(`${name} cluster IP`), portMatch(port, port.port)]
  const mark = jump('KUBE-MARK-MASQ')
  if (masqueradeAll) return [rule('kube-proxy-masquerade-all', base, matches, mark)]
  if (!clusterRange) return []
  const source = masked(clusterRange, true)
  return [rule('kube-proxy-off-cluster', { source, ...base }, matches, mark)]
}

const FROM_HERE: Match = { kind: 'addrtype', source: { types: ['LOCAL'], negated: false } }

function externalRules(
  { service, local, clusterRange }: PortOnNode,
  { port, cluster, local: localChain }: Names,
): readonly ProxyRule[] {
  const external = (base: ProxyRule['base'], matches: readonly Match[], chain: string) =>
    rule('kube-proxy-external', base, matches, jump(chain))
  const what = (text: string): Match => comment(`${text} for ${port} external destinations`)
  if (service.externalTrafficPolicy === 'Cluster') {
    return [external({}, [what('masquerade traffic')], 'KUBE-MARK-MASQ'), external({}, [], cluster)]
  }
  const pods = clusterRange
    ? [external({ source: masked(clusterRange) }, [what('pod traffic')], cluster)]
    : []
  return [
    ...pods,
    external({}, [what('masquerade LOCAL traffic'), FROM_HERE], 'KUBE-MARK-MASQ'),
    external({}, [what('route LOCAL traffic'), FROM_HERE], cluster),
    ...(local.length > 0 ? [external({}, [], localChain)] : []),
  ]
}

/** Of `n` endpoints the first takes one flow in `n`, the next one of the rest in `n - 1`. */
const balance = (
  at: PortOnNode,
  name: string,
  endpoints: readonly ServiceEndpoint[],
): readonly ProxyRule[] =>
  endpoints.map((endpoint, i) => {
    const left = endpoints.length - i
    const chance: readonly Match[] =
      left === 1
        ? []
        : [{ kind: 'statistic', mode: 'random', probability: stepped(1 / left), negated: false }]
    return rule(
      'kube-proxy-balance',
      {},
      [comment(`${name} -> ${endpointText(at, endpoint)}`), ...chance],
      jump(endpointName(at, name, endpoint)),
    )
  })

/** kube-proxy writes ten digits, and the kernel keeps steps of 2^-31. */
const stepped = (probability: number): number =>
  Math.round(Number(probability.toFixed(10)) * 2 ** 31) / 2 ** 31

const endpointText = ({ port }: PortOnNode, { address }: ServiceEndpoint): string =>
  address.family === 4
    ? `${formatAddress(address)}:${port.targetPort}`
    : `[${formatAddress(address)}]:${port.targetPort}`

const endpointName = (at: PortOnNode, name: string, endpoint: ServiceEndpoint): string =>
  endpointChain(name, moduleOf(at.port), endpointText(at, endpoint))

/** A Pod that reaches itself through its Service is marked, or it would answer itself directly. */
function endpointRules(
  { port }: PortOnNode,
  name: string,
  { address }: ServiceEndpoint,
): readonly ProxyRule[] {
  const { targetPort } = port
  return [
    rule(
      'kube-proxy-hairpin',
      { source: exactly(address) },
      [comment(name)],
      jump('KUBE-MARK-MASQ'),
    ),
    rule(
      'kube-proxy-endpoint',
      ofProtocol(port),
      [comment(name), { kind: 'ports', module: moduleOf(port) }],
      {
        kind: 'dnat',
        to: { lo: address, hi: address },
        ports: { lo: targetPort, hi: targetPort },
        persistent: false,
        random: false,
        fullyRandom: false,
      },
    ),
  ]
}
