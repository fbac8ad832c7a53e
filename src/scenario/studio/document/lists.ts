import { place } from '../../../engine/place.ts'
import type { ScenarioDocument } from '../../document.ts'
import type { ThingId, ThingKind } from '../thing.ts'

/** Kinds that have a list of their own in the document; the others stand inside of something else. */
export const LISTS = {
  vpc: 'vpcs',
  cluster: 'clusters',
  node: 'nodes',
  pod: 'pods',
  service: 'services',
  'cloud-nat': 'cloudNats',
  attachment: 'attachments',
  peering: 'peerings',
  'on-prem': 'onPrem',
  endpoint: 'endpoints',
  flow: 'flows',
} as const satisfies Partial<Record<ThingKind, keyof ScenarioDocument>>

export type ListedKind = keyof typeof LISTS

export type Item<K extends ListedKind> = NonNullable<ScenarioDocument[(typeof LISTS)[K]]>[number]

export const LISTED_KINDS = Object.keys(LISTS) as readonly ListedKind[]

export const isListed = (kind: ThingKind): kind is ListedKind => kind in LISTS

export const listOf = <K extends ListedKind>(
  document: ScenarioDocument,
  kind: K,
): readonly Item<K>[] => document[LISTS[kind]] ?? []

/** The document with one more at the end of a list. */
export const withItem = <K extends ListedKind>(
  document: ScenarioDocument,
  kind: K,
  item: Item<K>,
): ScenarioDocument => ({ ...document, [LISTS[kind]]: [...listOf(document, kind), item] })

/** The document with one of a list changed. */
export const withChanged = <K extends ListedKind>(
  document: ScenarioDocument,
  kind: K,
  name: string,
  change: (item: Item<K>) => Item<K>,
): ScenarioDocument => ({
  ...document,
  [LISTS[kind]]: listOf(document, kind).map((item) => (item.name === name ? change(item) : item)),
})

export const thingId = (kind: ThingKind, name: string): ThingId => `${kind}:${name}`

/** The canvas has one internet; it is no member of a list, but one connects with it. */
export const INTERNET: ThingId = 'internet:internet'

/** It is one address of the document, and has no name but this. */
export const METADATA: ThingId = place.metadata

/** A zone of the canvas stands for the thing that it shows. */
export const thingOfZone = (id: ThingId): ThingId => id.replace(/^zone-/, '')

/** `['pod', 'pod-a']` of `pod:pod-a`; of what is no thing, null. */
export function splitId(id: ThingId): readonly [kind: ThingKind, name: string] | null {
  const colon = id.indexOf(':')
  const kind = id.slice(0, Math.max(0, colon))
  return isKind(kind) ? [kind, id.slice(colon + 1)] : null
}

const INSIDE_OTHERS: readonly ThingKind[] = ['subnet', 'firewall', 'metadata']

const isKind = (kind: string): kind is ThingKind =>
  kind in LISTS || INSIDE_OTHERS.some((each) => each === kind)
