import type { PlaceId } from '../../../engine/trace.ts'
import type { PlaceMap } from '../../../scenario/evaluation.ts'

/** With more nodes than this, those that nobody asks about are cards. */
export const MOST_NODES = 8
/** More Pods of a node than this are one group. */
export const MOST_PODS = 6

/** The id of a node's group of Pods. */
export const podsOf = (node: string): PlaceId => `pods:${node}`

/** Is there more of something than can be read one by one? */
export function isCrowded({ places }: PlaceMap): boolean {
  const pods = new Map<string | null, number>()
  for (const { kind, zone } of places) {
    if (kind === 'pod') pods.set(zone, (pods.get(zone) ?? 0) + 1)
  }
  const nodes = places.filter(({ kind }) => kind === 'node').length
  return nodes > MOST_NODES || Math.max(0, ...pods.values()) > MOST_PODS
}
