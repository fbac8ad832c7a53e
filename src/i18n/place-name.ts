import type { PlaceId } from '../engine/trace.ts'
import { type Chip, code } from './sentence.ts'

/** The places that have no name of their own. */
export interface NamelessPlaces {
  readonly internet: string
  readonly metadata: string
}

/** How a place is called in a sentence: `pod:pod-a` is `pod-a`, `internet:…` is a word. */
export const placeNamer =
  ({ internet, metadata }: NamelessPlaces) =>
  (id: PlaceId): Chip | string => {
    const colon = id.indexOf(':')
    const kind = id.slice(0, Math.max(0, colon))
    if (kind === 'internet') return internet
    if (kind === 'metadata') return metadata
    return code(id.slice(colon + 1))
  }

/** Whether a route was missed in the VPC, where a default route always stands. */
export const isVpc = (id: PlaceId): boolean => id.startsWith('vpc:')
