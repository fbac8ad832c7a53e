import type { Link, Place, PlaceMap, Zone } from '../../../scenario/evaluation.ts'

/** A map as what stands in what; null is the canvas itself. */
export interface Tree {
  readonly zonesIn: (parent: string | null) => readonly Zone[]
  readonly placesIn: (parent: string | null) => readonly Place[]
  /** The links between what stands in one and the same zone, each lifted to the two of its children. */
  readonly linksIn: (parent: string | null) => readonly Link[]
}

/** A thing whose zone is not on the map stands on the canvas itself. */
export function treeOf({ zones, places, links }: PlaceMap): Tree {
  const known = new Set(zones.map(({ id }) => id))
  const within = (parent: string | null) => (parent !== null && known.has(parent) ? parent : null)
  const parents = new Map([
    ...zones.map(({ id, parent }) => [id, within(parent)] as const),
    ...places.map(({ id, zone }) => [id, within(zone)] as const),
  ])
  const wayUp = (id: string): readonly string[] => {
    const parent = parents.get(id) ?? null
    return parent === null ? [id] : [id, ...wayUp(parent)]
  }
  const lifted = new Map<string | null, Link[]>()
  for (const link of links) {
    const meeting = lift(link, wayUp)
    if (meeting === null) continue
    const here = lifted.get(meeting.parent)
    if (here === undefined) lifted.set(meeting.parent, [meeting.link])
    else here.push(meeting.link)
  }
  const zonesBy = grouped(zones, ({ parent }) => within(parent))
  const placesBy = grouped(places, ({ zone }) => within(zone))
  return {
    zonesIn: (parent) => zonesBy.get(parent) ?? [],
    placesIn: (parent) => placesBy.get(parent) ?? [],
    linksIn: (parent) => lifted.get(parent) ?? [],
  }
}

function grouped<T>(
  all: readonly T[],
  by: (each: T) => string | null,
): ReadonlyMap<string | null, readonly T[]> {
  const groups = new Map<string | null, T[]>()
  for (const each of all) {
    const group = groups.get(by(each))
    if (group === undefined) groups.set(by(each), [each])
    else group.push(each)
  }
  return groups
}

/** Where the ways up from both ends meet; null where one end stands around the other. */
function lift(
  link: Link,
  wayUp: (id: string) => readonly string[],
): { readonly parent: string | null; readonly link: Link } | null {
  const ups = wayUp(link.from)
  const others = wayUp(link.to)
  const from = ups.findIndex((id) => others.includes(id))
  const parent = from < 0 ? null : (ups[from] ?? null)
  const a = parent === null ? ups.at(-1) : ups[from - 1]
  const b = parent === null ? others.at(-1) : others[others.indexOf(parent) - 1]
  return a === undefined || b === undefined || a === b
    ? null
    : { parent, link: { ...link, from: a, to: b } }
}
