import * as v from 'valibot'
import { type ScenarioDocument, scenarioSchema } from '../../document.ts'
import { list, name } from '../../document-field.ts'
import { onPremSchema, vpcSchema } from '../../document-network.ts'
import type { Item } from '../document/lists.ts'
import { EMPTY_SCENARIO } from '../empty-scenario.ts'

/**
 * Things by themselves: lists as in a scenario, and beside them what was taken out of something that is
 * not here. What a name means that nothing here has is found where the things are put.
 */
export interface Fragment {
  readonly document: ScenarioDocument
  readonly subnets: readonly LooseSubnet[]
  readonly firewalls: readonly LooseFirewall[]
}

/** A subnet, and the VPC that it was in. */
export type LooseSubnet = Item<'vpc'>['subnets'][number] & { readonly vpc: string }
/** A firewall, and the on-prem network that it stands before. */
export type LooseFirewall = NonNullable<Item<'on-prem'>['firewall']> & { readonly onPrem: string }

const { entries } = scenarioSchema
const subnet = vpcSchema.entries.subnets.wrapped.pipe[0].item
const firewall = onPremSchema.entries.firewall.wrapped

/** The text of a fragment. Whoever writes one by hand may leave out what it says of itself. */
export const fragmentSchema = v.strictObject({
  apiVersion: v.optional(entries.apiVersion),
  kind: v.optional(v.literal('Fragment')),
  clusters: entries.clusters,
  nodes: entries.nodes,
  pods: entries.pods,
  services: entries.services,
  vpcs: entries.vpcs,
  subnets: v.optional(list(v.strictObject({ ...subnet.entries, vpc: name }))),
  peerings: entries.peerings,
  cloudNats: entries.cloudNats,
  attachments: entries.attachments,
  onPrem: entries.onPrem,
  firewalls: v.optional(list(v.strictObject({ ...firewall.entries, onPrem: name }))),
  endpoints: entries.endpoints,
  metadataServer: entries.metadataServer,
  flows: entries.flows,
  positions: entries.positions,
})

export type FragmentText = v.InferOutput<typeof fragmentSchema>

export const FRAGMENT_LISTS = Object.keys(fragmentSchema.entries).filter(
  (key) => key !== 'apiVersion' && key !== 'kind' && key !== 'positions',
)

export function fragmentOf({
  apiVersion: _,
  kind: __,
  subnets = [],
  firewalls = [],
  ...lists
}: FragmentText): Fragment {
  return { document: { ...EMPTY_SCENARIO.document, ...lists }, subnets, firewalls }
}
