import type { PlaceId } from '../../../engine/trace.ts'
import type { Link, Place, PlaceMap } from '../../../scenario/evaluation.ts'
import { MOST_NODES, MOST_PODS, podsOf } from './crowd.ts'

/**
 * The map as it can be read: of many nodes only those on the packet's path, and those that were opened,
 * are drawn out, and of many Pods only those on the path. Every other node is one card, every other Pod
 * in a group. A small world stays as it is.
 */
export function collapsed(
  map: PlaceMap,
  visited: ReadonlySet<PlaceId>,
  opened: ReadonlySet<string>,
): PlaceMap {
  const pods = podsByZone(map)
  const nodes = map.places.filter(({ kind }) => kind === 'node')
  const many = nodes.length > MOST_NODES
  const cards = new Map<string, Place>()
  const groups = new Map<string, Place>()
  const standsFor = new Map<PlaceId, PlaceId>()
  for (const node of nodes) {
    const own = pods.get(node.zone) ?? []
    const asked = [node, ...own].some(({ id }) => visited.has(id) || opened.has(id))
    if (many && !asked && !opened.has(podsOf(node.name)) && node.zone !== null) {
      cards.set(node.zone, { ...node, holds: own })
      for (const { id } of own) standsFor.set(id, node.id)
      continue
    }
    const rest = own.filter(({ id }) => !visited.has(id))
    if (own.length <= MOST_PODS || rest.length < 2 || opened.has(podsOf(node.name))) continue
    const group = groupOf(node, rest)
    groups.set(node.id, group)
    for (const { id } of rest) standsFor.set(id, group.id)
  }
  if (cards.size + groups.size === 0) return map
  const homes = new Map(map.zones.map(({ id, parent }) => [id, parent]))
  return {
    zones: map.zones.filter(({ id }) => !cards.has(id)),
    places: map.places.flatMap((place) => {
      if (standsFor.has(place.id)) return []
      const card = place.zone === null ? undefined : cards.get(place.zone)
      if (card?.id === place.id) return [{ ...card, zone: homes.get(card.zone ?? '') ?? null }]
      return [place, ...(groups.has(place.id) ? [groups.get(place.id) ?? place] : [])]
    }),
    links: collapsedLinks(
      map.links,
      standsFor,
      new Map([...cards].map(([zone, { id }]) => [id, homes.get(zone) ?? null])),
    ),
  }
}

function podsByZone({ places }: PlaceMap): ReadonlyMap<string | null, readonly Place[]> {
  const pods = new Map<string | null, Place[]>()
  for (const place of places) {
    if (place.kind !== 'pod') continue
    const own = pods.get(place.zone)
    if (own === undefined) pods.set(place.zone, [place])
    else own.push(place)
  }
  return pods
}

const groupOf = ({ name, zone }: Place, holds: readonly Place[]): Place => ({
  id: podsOf(name),
  kind: 'pods',
  name,
  lines: [],
  owner: 'pod',
  zone,
  holds,
})

/** Of many cards the zone around them is linked, once. */
function collapsedLinks(
  links: readonly Link[],
  standsFor: ReadonlyMap<PlaceId, PlaceId>,
  homes: ReadonlyMap<PlaceId, string | null>,
): readonly Link[] {
  const known = new Map<string, Link>()
  for (const link of links) {
    const from = standsFor.get(link.from) ?? link.from
    const to = standsFor.get(link.to) ?? link.to
    const source = homes.has(from) ? homes.get(from) : from
    if (source === null || source === undefined || homes.has(to)) continue
    if (link.kind === 'backs' && to !== link.to) continue
    known.set(`${source} ${to} ${link.kind}`, { ...link, from: source, to })
  }
  return [...known.values()]
}
