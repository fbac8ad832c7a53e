import type { PlaceId } from '../../engine/trace.ts'

/** Where a probe is put: at a place, on a link between two, or at one chain of a node. */
export type ProbeSpot =
  | { readonly kind: 'place'; readonly place: PlaceId }
  | { readonly kind: 'link'; readonly from: PlaceId; readonly to: PlaceId }
  | { readonly kind: 'chain'; readonly place: PlaceId; readonly chain: string }

/** `node:node-1`, `pod:pod-a,node:node-1`, `node:node-1/POSTROUTING`. */
export function spotText(spot: ProbeSpot): string {
  switch (spot.kind) {
    case 'place':
      return spot.place
    case 'link':
      return `${spot.from},${spot.to}`
    case 'chain':
      return `${spot.place}/${spot.chain}`
  }
}

export function parseSpot(text: string): ProbeSpot {
  const [from = '', to] = text.split(',')
  if (to !== undefined) return { kind: 'link', from, to }
  const slash = text.startsWith('node:') ? text.indexOf('/') : -1
  if (slash < 0) return { kind: 'place', place: text }
  return { kind: 'chain', place: text.slice(0, slash), chain: text.slice(slash + 1) }
}
