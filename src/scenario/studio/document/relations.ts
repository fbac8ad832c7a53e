import type { ScenarioDocument } from '../../document.ts'
import type { ThingId, ThingKind } from '../thing.ts'
import { vpcOf } from './clusters.ts'
import { INTERNET, METADATA, thingId } from './lists.ts'
import { ADDRESSABLE, resolver, SENDERS } from './references.ts'

/** What connects two things. */
export const CONNECTIONS = [
  'attachment',
  'peering',
  'home',
  'flow',
  'service-endpoint',
  'cloud-nat',
  'aim',
  'coverage',
] as const

export type ConnectionKind = (typeof CONNECTIONS)[number]

export interface Relation {
  readonly as: ConnectionKind
  readonly from: ThingId
  readonly to: ThingId
  /** The thing that it consists of; null where it is a field of `from`. */
  readonly by: ThingId | null
}

/** All that are drawn, the newest of their like last; homes are the nesting's. */
export function relationsOf(document: ScenarioDocument): readonly Relation[] {
  const { peerings = [], flows } = document
  const resolve = resolver(document)
  const end = (name: string, kinds: readonly ThingKind[]) => resolve({ name, kinds })
  return [
    ...networkRelations(document),
    ...peerings.map(({ name, vpcs: [one, other] }) =>
      related('peering', thingId('vpc', one), thingId('vpc', other), thingId('peering', name)),
    ),
    ...flows.flatMap(({ name, from, to }) => {
      const ends = [end(from, SENDERS), end(to, ADDRESSABLE) ?? metadataAt(document, to)]
      return ends[0] && ends[1] ? [related('flow', ends[0], ends[1], thingId('flow', name))] : []
    }),
    ...(document.services ?? []).flatMap((service) =>
      service.endpoints.flatMap((name) => {
        const pod = end(name, ['pod'])
        return pod ? [related('service-endpoint', thingId('service', service.name), pod, null)] : []
      }),
    ),
  ]
}

/** No name means it, but its address does. */
const metadataAt = ({ metadataServer }: ScenarioDocument, to: string): ThingId | null =>
  to === metadataServer ? METADATA : null

const related = (as: ConnectionKind, from: ThingId, to: ThingId, by: ThingId | null): Relation => ({
  as,
  from,
  to,
  by,
})

function networkRelations(document: ScenarioDocument): readonly Relation[] {
  const { attachments, cloudNats = [] } = document
  return [
    ...attachments.flatMap((attachment) => {
      const own = thingId('attachment', attachment.name)
      const network = thingId('on-prem', attachment.to)
      const vpc = vpcOf(document, attachment)
      return [
        related('aim', own, network, null),
        ...(vpc ? [related('attachment', thingId('vpc', vpc.name), network, own)] : []),
      ]
    }),
    ...cloudNats.flatMap((nat) => {
      const own = thingId('cloud-nat', nat.name)
      const vpc = vpcOf(document, nat)
      if (!vpc) return []
      const covered = vpc.subnets.filter(
        ({ name }) => nat.covers.includes(name) || nat.covers.includes('all-subnets'),
      )
      return [
        related('cloud-nat', thingId('vpc', vpc.name), INTERNET, own),
        ...covered.map(({ name }) =>
          related('coverage', own, thingId('subnet', `${vpc.name}/${name}`), null),
        ),
      ]
    }),
  ]
}
