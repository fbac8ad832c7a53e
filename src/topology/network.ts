import type { Address } from '../net/address.ts'
import type { Cidr } from '../net/cidr.ts'

export interface Vpc {
  readonly name: string
  readonly subnets: readonly Subnet[]
  /** Static routes, the default one to the internet gateway left out. */
  readonly routes: readonly VpcRoute[]
  /** Does the route 0.0.0.0/0 (and ::/0) to the default internet gateway stand? */
  readonly defaultRoute: boolean
  /** `global`: what Cloud Routers advertise and learn holds in every region. */
  readonly dynamicRouting: 'regional' | 'global'
  /** Null: nobody tells, and everything is taken to be allowed. */
  readonly firewall: readonly FirewallRule[] | null
}

export interface Subnet {
  readonly name: string
  readonly range: Cidr
  /** Of a subnet with two stacks. */
  readonly range6?: Cidr
  /** Null: one and the same everywhere. */
  readonly region: string | null
  readonly secondary: readonly { readonly name: string; readonly range: Cidr }[]
}

/** A static route. */
export interface VpcRoute {
  readonly name: string
  readonly to: Cidr
  readonly nextHop: NextHop
  /** 0 is the best; it decides between routes to the same range. */
  readonly priority: number
  /** Only for machines with one of these tags; empty: for all. */
  readonly tags: readonly string[]
}

export type NextHop =
  | { readonly kind: 'internet-gateway' }
  /** A machine of the VPC that forwards. */
  | { readonly kind: 'appliance'; readonly endpoint: string }
  | { readonly kind: 'attachment'; readonly attachment: string }

/** A stateful rule: answers to what was let through need none. */
export interface FirewallRule {
  readonly name: string
  readonly direction: 'ingress' | 'egress'
  readonly action: 'allow' | 'deny'
  /** 0 is asked first; of equals a deny rule goes before. */
  readonly priority: number
  /** Sources of an ingress rule, destinations of an egress rule. */
  readonly ranges: readonly Cidr[]
  /** Machines with one of these tags as the source, beside `ranges`. */
  readonly sourceTags: readonly string[]
  /** Null: every machine of the VPC. */
  readonly targetTags: readonly string[] | null
  /** Null: every protocol. */
  readonly services: readonly FirewallService[] | null
}

export interface FirewallService {
  /** IANA number; null: every protocol. */
  readonly protocol: number | null
  /** Inclusive; null: every port. */
  readonly ports: readonly (readonly [lo: number, hi: number])[] | null
}

/** Two VPCs that exchange their subnet routes. It does not lead on to a third. */
export interface Peering {
  readonly name: string
  readonly vpcs: readonly [string, string]
  /** Those of the two whose custom routes the other one takes over. */
  readonly exportsCustomRoutes: readonly string[]
}

export interface CloudNat {
  readonly name: string
  readonly vpc: string
  /** Not empty. */
  readonly addresses: readonly Address[]
  /** Ranges whose sources it translates. */
  readonly covers: readonly Cidr[]
}

/** A Cloud Router with its Interconnect or VPN attachment. */
export interface Attachment {
  readonly name: string
  readonly kind: 'interconnect' | 'vpn'
  readonly vpc: string
  readonly router: string
  readonly region: string | null
  /** `default`: the router's default mode, in which `advertises` are the VPC's subnet routes. */
  readonly advertiseMode: 'default' | 'custom'
  /** What the far side learns from us: beside its own routes its only way back. */
  readonly advertises: readonly Cidr[]
  /** What we learn from the far side: dynamic routes of the VPC. */
  readonly learns: readonly Cidr[]
  /** Name of its on-prem network. */
  readonly to: string
}

export interface OnPremNetwork {
  readonly name: string
  readonly ranges: readonly Cidr[]
  /** Static routes, which go before what it learns where they are as long; `via` null discards. */
  readonly routes: readonly { readonly to: Cidr; readonly via: string | null }[]
  /** Sources that the firewall lets in; null where there is no firewall. */
  readonly firewall: OnPremFirewall | null
}

export interface OnPremFirewall {
  readonly name: string
  readonly allow: readonly Cidr[]
  /** It answers what it refuses with a reset; else nothing comes back. */
  readonly rejects: boolean
}

/** A host that answers. Those with `at: 'internet'` lie on the internet; others name their network. */
export interface Endpoint {
  readonly name: string
  readonly address: Address
  readonly at: string
  /** Open ports; null means every one. */
  readonly ports: readonly number[] | null
  /** `psc`: a Private Service Connect endpoint; the producer sees an address of `natRange`. */
  readonly kind: 'host' | 'psc'
  readonly natRange: Cidr | null
  readonly externalAddress: Address | null
  readonly tags: readonly string[]
  /** Sources that it lets in itself; null: everybody. */
  readonly allow: readonly Cidr[] | null
  /** What it does with packets that are routed to it and meant for others; null: it drops them. */
  readonly forwards: Forwarding | null
}

export interface Forwarding {
  /** Null: sources stay. */
  readonly natAddress: Address | null
  /** Name of a VPC, or `internet`. */
  readonly into: string
  /** It lets through only what belongs to connections that it has seen begin. */
  readonly stateful: boolean
}
