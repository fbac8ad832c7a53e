import type { PlaceMap, Zone } from '../../../scenario/evaluation.ts'

const MOST_NODES = 6
const MOST_PLACES = 40

/**
 * Is the world of the shape that `wide` and `tall` are made for: one cluster in one VPC, and what it
 * speaks with? Others are laid out by `nested`.
 */
export function isHandMade({ zones, places, links }: PlaceMap): boolean {
  const count = (kind: Zone['kind']): number => zones.filter((zone) => zone.kind === kind).length
  const filled = new Set([...zones.map(({ parent }) => parent), ...places.map(({ zone }) => zone)])
  return (
    count('vpc') <= 1 &&
    count('cluster') === 1 &&
    count('subnet') + count('pool') === 0 &&
    count('node') <= MOST_NODES &&
    count('on-prem') <= 2 &&
    places.length <= MOST_PLACES &&
    zones.every(({ id, kind, parent }) => filled.has(id) && isHome(kind, parent)) &&
    places.every(
      ({ kind, zone }) => zone !== null || kind === 'attachment' || kind === 'metadata',
    ) &&
    links.every(({ kind }) => kind !== 'peering')
  )
}

const isHome = (kind: Zone['kind'], parent: string | null): boolean =>
  kind === 'node'
    ? parent !== null
    : kind !== 'cluster' || parent === null || parent.startsWith('zone-vpc:')
