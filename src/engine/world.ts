import type { Address, Family } from '../net/address.ts'
import type { Node, Pod } from '../topology/cluster.ts'
import type { Endpoint } from '../topology/network.ts'
import type { Topology } from '../topology/topology.ts'
import type { PassPrograms } from './pass-programs.ts'
import type { AskPodPolicies } from './pod-policy.ts'
import type { Ruleset } from './rule.ts'

/** All that `decide` asks: the map, and what stands in each node's table nat. */
export interface World {
  readonly topology: Topology
  readonly policies: ReadonlyMap<string, NodePolicy>
  /** What stood on each node when flows that exist began; absent: the same as now. */
  readonly past?: ReadonlyMap<string, NodePolicy>
}

export interface NodePolicy {
  readonly rules: Ruleset
  /** What runs the programs of its rules, where there are any. */
  readonly passPrograms?: PassPrograms
  /** Why a packet that no rule touches keeps its source on this node. */
  readonly silence: 'default-snat-disabled' | 'nothing-written' | 'no-rule'
  /** What table filter of the node lets go no further: connections to Services that nobody serves. */
  readonly refusals?: readonly Refusal[]
  /** What network policies let the node's Pods do; absent: nothing enforces any. */
  readonly askPodPolicies?: AskPodPolicies
}

export interface Refusal {
  /** As kube-proxy calls it: `default/web:http`. */
  readonly service: string
  readonly family: Family
  /** Null: any address of the node itself. */
  readonly dst: Address | null
  /** IANA number. */
  readonly protocol: number
  readonly port: number
  readonly verdict: 'reject' | 'drop'
}

export interface Flow {
  readonly name: string
  readonly from: Sender
  readonly dst: Address
  /** IANA number. */
  readonly protocol: number
  /** Source port, or the identifier of an ICMP echo. */
  readonly sport: number
  readonly dport: number
  /** Type of an ICMP message; an echo request where absent. */
  readonly icmpType?: number
  /** It began before the last change of the cluster. */
  readonly existing?: boolean
}

/** A process in a Pod of its own network, one in the node's network, or a host outside the cluster. */
export type Sender =
  | { readonly kind: 'pod'; readonly pod: Pod; readonly node: Node; readonly address: Address }
  | {
      readonly kind: 'node'
      readonly pod: Pod | null
      readonly node: Node
      readonly address: Address
      /** To a further address of the node. */
      readonly bound: boolean
    }
  | { readonly kind: 'endpoint'; readonly endpoint: Endpoint; readonly address: Address }
