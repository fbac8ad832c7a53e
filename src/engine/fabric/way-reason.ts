import type { MissingCode } from '../trace.ts'

/** Why something happened outside the nodes: in VPCs, on their edges, in far networks. */
export type WayReason =
  | { readonly code: 'vpc-subnet-route'; readonly route: string }
  | { readonly code: 'vpc-dynamic-route'; readonly route: string; readonly attachment: string }
  | { readonly code: 'vpc-custom-route'; readonly route: string; readonly appliance: string }
  | { readonly code: 'vpc-internet-route' }
  /** A static route to the default internet gateway, narrower than the default one. */
  | { readonly code: 'vpc-gateway-route'; readonly route: string; readonly name: string }
  /** A static route over an attachment. */
  | {
      readonly code: 'vpc-static-route'
      readonly route: string
      readonly name: string
      readonly attachment: string
    }
  | { readonly code: 'vpc-pod-route'; readonly route: string; readonly node: string }
  | {
      readonly code: 'vpc-peering-route'
      readonly route: string
      readonly peering: string
      readonly vpc: string
    }
  | {
      readonly code: 'vpc-firewall-allowed'
      readonly direction: 'ingress' | 'egress'
      readonly vpc: string
      /** Null: the implied rule, which lets everything out. */
      readonly rule: string | null
      readonly machine: string
    }
  | {
      readonly code: 'endpoint-allowed'
      readonly endpoint: string
      readonly src: string
      readonly range: string
    }
  | { readonly code: 'crossed-attachment'; readonly attachment: string }
  | {
      readonly code: 'cloud-nat-translated'
      readonly from: string
      readonly to: string
      readonly range: string
    }
  | {
      readonly code: 'appliance-translated'
      readonly appliance: string
      readonly from: string
      readonly to: string
    }
  | { readonly code: 'appliance-forwarded'; readonly appliance: string; readonly into: string }
  /** Private Service Connect: the producer sees an address of `range`. */
  | {
      readonly code: 'psc-translated'
      readonly endpoint: string
      readonly from: string
      readonly range: string
    }
  | { readonly code: 'external-address-translated'; readonly from: string; readonly to: string }
  | { readonly code: 'external-address-resolved'; readonly from: string; readonly to: string }
  | { readonly code: 'load-balanced'; readonly address: string; readonly node: string }
  | { readonly code: 'entered-vpc'; readonly attachment: string; readonly route: string }
  | {
      readonly code: 'firewall-allowed'
      readonly firewall: string
      readonly src: string
      readonly range: string
    }
  | { readonly code: 'cloud-nat-untranslated'; readonly from: string; readonly to: string }
  | { readonly code: 'return-route'; readonly route: string }
  /** A static route of an on-prem network over an attachment. */
  | {
      readonly code: 'far-static-route'
      readonly at: string
      readonly route: string
      readonly attachment: string
    }
  | {
      readonly code: 'dropped-far-firewall'
      readonly firewall: string
      readonly src: string
      /** It answered with a reset. */
      readonly rejects: boolean
      readonly allowed: readonly string[]
    }
  | {
      readonly code: 'dropped-cloud-nat-not-covering'
      readonly src: string
      readonly covered: readonly string[]
    }
  | { readonly code: 'dropped-no-internet-path'; readonly src: string }
  | {
      readonly code: 'dropped-no-return-route'
      readonly at: string
      readonly src: string
      readonly advertised: readonly string[]
    }
  /** `route` is the one that would be taken again; null where rules on nodes send it round. */
  | { readonly code: 'dropped-routing-loop'; readonly at: string; readonly route: string | null }
  | {
      readonly code: 'dropped-vpc-firewall'
      readonly direction: 'ingress' | 'egress'
      readonly vpc: string
      /** Null: the implied rule, which lets nothing in. */
      readonly rule: string | null
      readonly machine: string
      readonly src: string
      readonly dst: string
    }
  | {
      readonly code: 'dropped-endpoint-refuses'
      readonly endpoint: string
      readonly src: string
      readonly allowed: readonly string[]
    }
  | {
      readonly code: 'dropped-psc-over-peering'
      readonly endpoint: string
      readonly peering: string
    }
  /** A machine that is a next hop, and may not forward. */
  | { readonly code: 'dropped-not-forwarding'; readonly appliance: string; readonly dst: string }
  /** `request`: it saw the connection begin but no answer; `answer`: the other way round. */
  | {
      readonly code: 'dropped-asymmetric'
      readonly appliance: string
      readonly saw: 'request' | 'answer'
    }
  /** What comes from outside a VPC does not leave it again. */
  | { readonly code: 'dropped-no-transit'; readonly at: string; readonly route: string }
  | {
      readonly code: 'dropped-route-discards'
      readonly at: string
      readonly route: string
      readonly dst: string
    }
  /** The far side holds a range of its own around the source that it saw. */
  | {
      readonly code: 'dropped-return-stays'
      readonly at: string
      readonly src: string
      readonly range: string
    }
  /** From outside: nothing that the far side has learned leads there. */
  | {
      readonly code: 'dropped-not-advertised'
      readonly at: string
      readonly dst: string
      readonly advertised: readonly string[]
    }
  | { readonly code: 'dropped-not-public'; readonly dst: string }
  | { readonly code: 'not-told'; readonly missing: MissingCode; readonly of: string }
