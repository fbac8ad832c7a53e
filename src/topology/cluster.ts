import type { Address } from '../net/address.ts'
import type { Cidr } from '../net/cidr.ts'
import type { NodeNetwork } from './node.ts'

export interface Cluster {
  readonly name: string
  /** Name of the VPC that its nodes are in; empty where there is none. */
  readonly vpc: string
  readonly podRanges: readonly Cidr[]
  readonly serviceRange: Cidr | null
  /** Pod ranges are custom routes of the VPC, one for each node, and no secondary ranges. */
  readonly routesBased: boolean
  /** GKE writes firewall rules for its nodes by itself. */
  readonly gkeFirewall: boolean
}

export interface Node extends NodeNetwork {
  readonly cluster: string
  /** Of its cluster. */
  readonly vpc: string
  readonly pool: string | null
  /** Network tags. */
  readonly tags: readonly string[]
  /** Primary internal address, on the subnet. */
  readonly address: Address
  /** Of a node with two stacks. */
  readonly address6?: Address
  /** External IPv4 address, which the platform maps 1:1; null on private nodes. */
  readonly externalAddress: Address | null
  readonly os: 'linux' | 'windows'
  /** The node's share of the Pod range of each family. */
  readonly podRanges: readonly Cidr[]
}

export interface Pod {
  readonly name: string
  readonly node: string
  readonly namespace: string
  readonly labels: Readonly<Record<string, string>>
  readonly addresses: readonly Address[]
  /** Shares the node's network namespace, and therefore its address. */
  readonly hostNetwork: boolean
}

/** A Service as kube-proxy sees it. */
export interface Service {
  readonly name: string
  readonly cluster: string
  readonly namespace: string
  readonly type: 'ClusterIP' | 'NodePort' | 'LoadBalancer'
  readonly clusterIps: readonly Address[]
  readonly loadBalancerIps: readonly Address[]
  readonly ports: readonly ServicePort[]
  readonly endpoints: readonly ServiceEndpoint[]
  readonly externalTrafficPolicy: 'Cluster' | 'Local'
  readonly internalTrafficPolicy: 'Cluster' | 'Local'
}

export interface ServicePort {
  readonly name: string
  /** IANA number. */
  readonly protocol: number
  readonly port: number
  readonly targetPort: number
  readonly nodePort: number | null
}

export interface ServiceEndpoint {
  readonly address: Address
  /** The node it runs on; null where it lies outside the cluster. */
  readonly node: string | null
}
