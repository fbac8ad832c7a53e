/** Expected trouble with something a person wrote: a code, its parameters, and where. */
export interface Issue {
  readonly code:
    | 'not-yaml'
    | 'not-a-scenario'
    | 'unknown-field'
    /** `params.wanted`: a code of `schema-issue.ts`; `params.found` or `params.value`: what stands there. */
    | 'wrong-value'
    /** `params.most`: in characters. */
    | 'text-too-long'
    | 'missing-field'
    | 'bad-address'
    | 'bad-range'
    | 'unknown-name'
    | 'duplicate-name'
    | 'destination-empty'
    | 'destination-not-an-address'
    | 'destination-other-family'
    | 'destination-itself'
    | 'destination-many'
    | 'bad-port'
    | 'sender-empty'
    | 'unknown-sender'
    /** `params.at`: the path at which something keeps it from being there. */
    | 'sender-loose'
    | 'destination-loose'
    | 'source-address-elsewhere'
    | 'bad-icmp-type'
    | 'too-large'
    /** `params.limit`: how many lists and maps may stand in each other. */
    | 'too-deep'
    /** `params.message`: the tool's own words; `line` and `column` count within the field. */
    | 'manual-rule-refused'
    /** The tool would take it; `params.message` is the word that is not known here. */
    | 'manual-rule-unknown'
    /** Of a cluster other than the first; `params.message`: the system's own words. */
    | 'manifests-refused'
    | EditIssueCode
    | WarningCode
  /** Where in the value, e.g. `nodes.0.interfaces.1.addresses`. */
  readonly path: string
  /** In the text it came from, 1-based; null where there is no text. */
  readonly line: number | null
  readonly column: number | null
  readonly params: Readonly<Record<string, string>>
}

/** Why a change of the topology was not made (`studio/`). */
export type EditIssueCode =
  /** Nothing holds a `params.kind` before there is a `params.needs`. */
  | 'nowhere-to-put'
  /** `params.zone`: what the ranges `params.range` belong to. */
  | 'no-free-address'
  /** `params.size`: how wide a range was looked for, e.g. `/24`. */
  | 'no-free-range'
  | 'locked'
  | 'cannot-connect'
  | 'not-connected'
  | 'bad-name'
  | 'name-taken'
  /** It is called the same everywhere. */
  | 'name-fixed'
  /** `params.kind`: of which there is one at the most. */
  | 'already-there'
  /** `params.most`: how many members it may have. */
  | 'list-full'
  | 'nothing-to-paste'

/** What is drawn in a way that will not work, or only in part (`check-world/`). */
export type WarningCode =
  | 'same-address'
  | 'subnets-overlap'
  | 'peered-ranges-overlap'
  | 'pods-over-nodes'
  | 'pods-over-services'
  | 'pods-over-pods'
  | 'pods-over-on-prem'
  | 'nodes-over-on-prem'
  | 'pod-range-outside-vpc'
  | 'node-outside-subnets'
  | 'share-outside-cluster'
  | 'pod-outside-cluster'
  | 'pod-outside-share'
  | 'endpoint-outside-network'
  | 'service-outside-range'
  | 'nat-covers-nobody'
  | 'advertises-nobody'
  | 'route-cycle'
  | 'routes-equal'
  | 'rule-never-asked'
  | 'egress-source-tags'
  | 'expects-no-flow'
  | 'tag-of-nobody'
  | 'vpc-empty'
  | 'cluster-empty'
  | 'on-prem-empty'
