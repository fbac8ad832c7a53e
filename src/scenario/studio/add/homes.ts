import { splitId, thingId } from '../document/lists.ts'
import { ancestors, type Nesting, withNested } from '../document/nesting.ts'
import type { ThingId, ThingKind } from '../thing.ts'

/** What a thing of each kind can stand in. */
export const HOMES: Readonly<Record<ThingKind, readonly ThingKind[]>> = {
  vpc: [],
  subnet: ['vpc'],
  cluster: ['vpc', 'subnet'],
  node: ['cluster'],
  pod: ['node'],
  service: ['cluster'],
  'cloud-nat': ['vpc'],
  attachment: ['vpc'],
  peering: [],
  'on-prem': [],
  firewall: ['on-prem'],
  endpoint: ['vpc', 'on-prem', 'subnet'],
  metadata: [],
  flow: [],
}

/**
 * Names of all that could hold it, the likeliest first: what it was dropped on, what that stands in,
 * what stands in that. Dropped on nothing: every one that there is.
 */
export function homesOf(
  nesting: Nesting,
  kind: ThingKind,
  parent: ThingId | null,
): readonly string[] {
  const all = parent === null ? everywhere(nesting) : near(nesting, parent)
  return all.flatMap((id) => {
    const split = splitId(id)
    return split?.[0] === kind ? [split[1]] : []
  })
}

const everywhere = ({ parents }: Nesting): readonly ThingId[] => [...parents.keys()]

const near = (nesting: Nesting, parent: ThingId): readonly ThingId[] => [
  parent,
  ...ancestors(nesting, parent),
  ...withNested(nesting, nesting.pools.get(parent) ?? [parent]),
  ...withNested(nesting, nesting.drawn.get(parent) ?? []),
]

/** What could hold a thing of a kind, of what was pointed at, what that stands in and what stands in that. */
export const homeNear = (nesting: Nesting, kind: ThingKind, parent: ThingId): ThingId | null =>
  near(nesting, parent).find((id) => canStandIn(kind, id)) ?? null

export const canStandIn = (kind: ThingKind, home: ThingId): boolean =>
  HOMES[kind].some((each) => splitId(home)?.[0] === each)

/** The first thing of a kind in or around another: the Pod of the node that one was dropped on. */
export const nearest = (nesting: Nesting, kind: ThingKind, parent: ThingId | null): string | null =>
  (parent === null ? everywhere(nesting) : near(nesting, parent))
    .find((id) => splitId(id)?.[0] === kind)
    ?.slice(thingId(kind, '').length) ?? null
