import type { Place } from '../../golang/line-table.ts'

/** An `EgressNATPolicy` in force: destinations that are reached with the Pod's own address. */
export interface Policy {
  readonly name: string
  readonly ranges: readonly PolicyRange[]
  readonly madeBy: 'gke-default' | 'gke-managed' | 'manifest'
}

export interface PolicyRange {
  /** Exactly as written; nobody has looked at it before the agent does. */
  readonly text: string
  /** In the text of the stream; null where it does not stand there. */
  readonly place: Place | null
}

/** What the custom resource definition calls it. Source: Google Cloud, "Egress NAT policy". */
export const POLICY_KIND = 'EgressNATPolicy'
export const POLICY_VERSION = 'networking.gke.io/v1'
export const DEFAULT_NAME = 'default'

/** `gke-bbfa6c0e-1`: of the policies that belong to GKE and cannot be edited. */
export const isManagedName = (name: string): boolean => /^gke-[0-9a-f]{8}(?:-\d+)?$/.test(name)

/** The same destinations, whose places belong to a text that is no longer there. */
export const withoutPlaces = (policy: Policy): Policy => ({
  ...policy,
  ranges: policy.ranges.map(({ text }) => ({ text, place: null })),
})
