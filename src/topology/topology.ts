import type { Address } from '../net/address.ts'
import type { Cidr } from '../net/cidr.ts'
import type { NodeNetwork } from './node.ts'

/** The world of a scenario: what one draws. Every name is unique within its kind. */
export interface Topology {
  readonly vpc: Vpc
  readonly nodes: readonly Node[]
  readonly pods: readonly Pod[]
  readonly cloudNat: CloudNat | null
  readonly attachments: readonly Attachment[]
  readonly onPrem: readonly OnPremNetwork[]
  readonly endpoints: readonly Endpoint[]
  readonly metadataServer: Address | null
  readonly cluster: Cluster
  readonly services: readonly Service[]
}

export interface Cluster {
  readonly name: string
  readonly podRanges: readonly Cidr[]
  readonly serviceRange: Cidr | null
}

export interface Node extends NodeNetwork {
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
  readonly addresses: readonly Address[]
  /** Shares the node's network namespace, and therefore its address. */
  readonly hostNetwork: boolean
}

/** A Service as kube-proxy sees it. */
export interface Service {
  readonly name: string
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

export interface Vpc {
  readonly name: string
  readonly subnets: readonly Subnet[]
  /** Custom static routes; absent: none. */
  readonly routes?: readonly VpcRoute[]
}

/** A route whose next hop is a machine of the VPC, e.g. one that translates towards the internet. */
export interface VpcRoute {
  readonly name: string
  readonly to: Cidr
  /** Name of an endpoint of the VPC. */
  readonly nextHop: string
  /** What it gives to sources that leave for the internet. */
  readonly natAddress: Address
}

export interface Subnet {
  readonly name: string
  readonly range: Cidr
  /** Of a subnet with two stacks. */
  readonly range6?: Cidr
  readonly secondary: readonly { readonly name: string; readonly range: Cidr }[]
}

export interface CloudNat {
  readonly name: string
  readonly address: Address
  /** Ranges whose sources it translates. */
  readonly covers: readonly Cidr[]
}

/** A Cloud Router with its Interconnect or VPN attachment. */
export interface Attachment {
  readonly name: string
  readonly kind: 'interconnect' | 'vpn'
  readonly router: string
  /** What the far side learns from us: its only return routes. */
  readonly advertises: readonly Cidr[]
  /** What we learn from the far side: dynamic routes of the VPC. */
  readonly learns: readonly Cidr[]
  readonly to: string
}

export interface OnPremNetwork {
  readonly name: string
  readonly ranges: readonly Cidr[]
  /** Sources that the firewall lets in; null where there is no firewall. */
  readonly firewall: { readonly name: string; readonly allow: readonly Cidr[] } | null
}

/** A host that answers. Those with `at: 'internet'` lie on the internet; others name their network. */
export interface Endpoint {
  readonly name: string
  readonly address: Address
  readonly at: string
  /** Open ports; null means every one. */
  readonly ports: readonly number[] | null
}
