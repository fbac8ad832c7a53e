import type { NonEmpty } from '../net/result.ts'
import type { Owner } from '../topology/owner.ts'
import type { Reason } from './reason.ts'
import type { Hook } from './rule.ts'

/**
 * The account of one flow. A plain JSON document: the worker posts it, the command line prints it,
 * the screen draws it, and nobody computes anything more. Addresses are canonical text.
 */
export interface Trace {
  readonly flow: string
  /** The flow's first packet, on its way out. */
  readonly forward: Leg
  /** The answer to it; null where the first packet did not arrive. */
  readonly reply: Leg | null
  readonly outcome: Outcome
  /** The whole path as a list of questions, each of `PathStep` once. */
  readonly path: readonly PathCheck[]
  /** What the node that sent it remembers of this flow; null where it was never confirmed. */
  readonly conntrack: ConntrackEntry | null
  /** Passes through hooks that held no rule to try: nothing to see, but their policies counted. */
  readonly quietWalks: readonly Walk[]
  /** What the model had to suppose, each once. */
  readonly assumptions: readonly Assumption[]
  /**
   * Where a chance decides (`statistic --mode random`): every outcome with its probability, this
   * one, the likeliest, first. Empty where nothing is left to chance.
   */
  readonly alternatives: readonly { readonly probability: number; readonly outcome: Outcome }[]
}

/** The questions on the way to an answer, in their order; the first `failed` one is where it ends. */
export interface PathCheck {
  readonly step: PathStep
  /** `not-needed`: this path does not ask it; `not-reached`: an earlier one failed. */
  readonly state: 'passed' | 'failed' | 'unknown' | 'not-needed' | 'not-reached'
  /** Where it was answered, and why so; null where it was not. */
  readonly hop: { readonly leg: 'forward' | 'reply'; readonly index: number } | null
}

export type PathStep =
  /** What the source is after the node. */
  | 'node'
  | 'forward-route'
  | 'egress-firewall'
  /** Cloud NAT, an external address, an appliance. */
  | 'second-translation'
  | 'far-firewall'
  /** Does a process answer at the destination, on that port? */
  | 'destination'
  | 'return-route'
  /** Does the answer come back to whoever remembers the connection? */
  | 'return-state'

export interface Leg {
  readonly hops: NonEmpty<Hop>
}

export interface Outcome {
  readonly kind: 'delivered' | 'dropped' | 'undetermined'
  /** The way on which it was dropped; null where it was not. Lost on the way back, it had arrived. */
  readonly lostOn: 'forward' | 'reply' | null
  /** What whoever connects is told; null where it was not dropped. */
  readonly symptom: Symptom | null
  /** What is not known, and would decide; empty where it is not undetermined. */
  readonly missing: readonly Missing[]
  /** What became of the source address on its whole way. */
  readonly source: 'kept' | 'translated' | 'undetermined'
  /** The source as the last place reached saw it. */
  readonly seenAs: SourceSeen
  /** The place that ended the journey. */
  readonly by: PlaceId
  readonly reason: Reason
  /** Why the node kept or changed the source. */
  readonly because: Reason
}

/** `time-out`: nothing ever comes back; `reset`: somebody answers with a refusal, at once. */
export type Symptom = 'time-out' | 'reset'

/** Something that a scenario does not tell. */
export interface Missing {
  readonly code: MissingCode
  /** What it is missing of: a name, an address or a range. */
  readonly of: string
}

export type MissingCode =
  /** A chance of the node's rules decides (`statistic --mode random`). */
  | 'chance'
  /** The VPC that a machine or an attachment is in. */
  | 'vpc'
  /** The machine or the attachment that a route names. */
  | 'next-hop'
  /** The network at the far end of an attachment. */
  | 'far-network'
  /** The ranges of an on-prem network. */
  | 'far-ranges'
  /** Which address Cloud NAT picks, where only some of them are let in. */
  | 'nat-address'
  /** Which address a producer sees, where only some of them are let in. */
  | 'psc-address'

export interface SourceSeen {
  readonly address: string
  readonly owner: Owner
}

export type { Owner }

/** A place on the map, e.g. `pod:pod-a`, `node:node-1`, `attachment:interconnect-1`. */
export type PlaceId = string

/** What a packet carries at one moment. */
export interface Header {
  readonly src: string
  readonly srcOwner: Owner
  readonly dst: string
  readonly dstOwner: Owner
  /** `tcp`, `udp`, `icmp`, `icmpv6`, `sctp`, or the number. */
  readonly protocol: string
  /** Absent where the protocol has none; an ICMP echo's identifier stands in `sport`. */
  readonly sport?: PortSeen
  /** A range only in replies to a flow whose source port the kernel picks. */
  readonly dport?: PortSeen
  /** Type of an ICMP message; absent for an echo. */
  readonly icmpType?: number
}

/** A port, or what is known of one that the kernel picks. */
export type PortSeen =
  | { readonly kind: 'exact'; readonly port: number }
  | { readonly kind: 'range'; readonly lo: number; readonly hi: number }

export type Stage =
  | 'send'
  | 'prerouting'
  | 'output'
  | 'routing'
  | 'postrouting'
  | 'tc-egress'
  | 'input'
  | 'vpc-routing'
  | 'cloud-nat'
  | 'attachment'
  | 'firewall'
  | 'conntrack'
  | 'arrival'

export interface Hop {
  readonly place: PlaceId
  readonly stage: Stage
  readonly before: Header
  readonly after: Header
  /** One entry for each field that changed; empty where nothing did. */
  readonly changes: readonly FieldChange[]
  readonly mood: 'passed' | 'kept' | 'translated' | 'dropped' | 'undetermined' | 'delivered'
  readonly reason: Reason
  /** The nat chains walked at this hop; absent where none were. */
  readonly walk?: Walk
}

export type FieldChange =
  | { readonly field: 'src' | 'dst'; readonly from: string; readonly to: string }
  | { readonly field: 'sport' | 'dport'; readonly from: PortSeen; readonly to: PortSeen }

/** One pass through a hook of table nat, or through a program at a device: every rule tried, in order. */
export interface Walk {
  readonly node: string
  readonly hook: Hook | 'TC_EGRESS'
  readonly steps: NonEmpty<Step>
  /** The rule that ended it, or null where the policy did. */
  readonly decided: RuleRef | null
}

export interface RuleRef {
  readonly id: string
  readonly chain: string
  /** 1-based, as `iptables -L --line-numbers` counts. */
  readonly line: number
}

export type Step =
  | { readonly kind: 'entered'; readonly chain: string }
  | { readonly kind: 'skipped'; readonly rule: RuleRef; readonly failed: FailedMatch }
  | { readonly kind: 'matched'; readonly rule: RuleRef; readonly did: Deed }
  /** The walk is back in `chain`; `line` is the rule it goes on with. */
  | {
      readonly kind: 'resumed'
      readonly chain: string
      readonly line: number
      readonly from: string
      readonly by: RuleRef | null
    }
  | { readonly kind: 'policy'; readonly chain: string; readonly policy: 'ACCEPT' }

export type Deed =
  | { readonly kind: 'counted' }
  | { readonly kind: 'jumped' | 'went'; readonly chain: string }
  | { readonly kind: 'returned' }
  | { readonly kind: 'accepted' }
  | { readonly kind: 'logged'; readonly prefix: string }
  | {
      readonly kind: 'marked'
      readonly of: 'packet' | 'connection'
      readonly from: number
      readonly to: number
    }
  | {
      readonly kind: 'rewrote'
      readonly target: RewritingTarget
      readonly changes: NonEmpty<FieldChange>
    }
  /** A rewriting target that ended the walk and left every field as it was. */
  | { readonly kind: 'bound'; readonly target: RewritingTarget }
  /** A program sent the packet through a tunnel to another node. */
  | { readonly kind: 'tunnelled'; readonly node: string }
  /** A program dropped the packet; `text` is its own word for why. */
  | { readonly kind: 'dropped'; readonly text: string }
  /** A chance decides (`statistic --mode random`): both outcomes are in the trace's alternatives. */
  | { readonly kind: 'undetermined'; readonly probability: number }

export type RewritingTarget = 'MASQUERADE' | 'SNAT' | 'DNAT' | 'REDIRECT' | 'NETMAP'

/** The first condition of a rule that did not hold. */
export type FailedMatch =
  | {
      readonly field: 'source' | 'destination'
      readonly wanted: string
      readonly negated: boolean
      readonly got: string
      /** First octet (IPv4) or group (IPv6) that differs, from 0; null for a negated match. */
      readonly part: number | null
    }
  | {
      readonly field:
        | 'in-interface'
        | 'out-interface'
        | 'protocol'
        | 'source-port'
        | 'destination-port'
      readonly wanted: string
      readonly negated: boolean
      readonly got: string
    }
  | {
      /** A match extension, by its iptables name (addrtype, set, mark, conntrack, …). */
      readonly field: 'extension'
      readonly module: string
      readonly wanted: string
      readonly negated: boolean
      readonly got: string
    }

/** What conntrack keeps: the flow as it was first seen, and how its replies will look. */
export interface ConntrackEntry {
  readonly node: string
  readonly original: Header
  readonly reply: Header
}

/** One of this list, or one of a dataplane, which its own words explain. */
export interface Assumption {
  readonly code: SharedAssumption | (string & {})
  readonly detail?: string
}

export type SharedAssumption =
  | 'internet-answers'
  | 'vpc-egress-allowed'
  | 'vpc-ingress-allowed'
  | 'load-balancer-picks-node'
  | 'on-prem-forwards-internet'
  | 'metadata-concealment-off'
  | 'secondary-range-needs-cloud-nat'
  | 'port-chosen-at-random'
  /** One of the addresses of a Cloud NAT; the first is shown. */
  | 'cloud-nat-picks-address'
  /** One of a producer's range; the first is shown. */
  | 'psc-picks-address'
  /** A producer's range that is not told. */
  | 'psc-hides-source'
  | 'equal-routes-pick-one'
  | 'static-before-dynamic'
  | 'peering-exchanges-public-ranges'
  | 'gke-firewall-rules'
