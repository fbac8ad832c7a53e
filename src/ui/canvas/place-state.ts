import type { PlaceId } from '../../engine/trace.ts'
import type { JourneyHop, Position } from '../../store/journey.ts'

/** `aside`: not on this journey; `ahead`: not reached yet. */
export type PlaceState = 'aside' | 'ahead' | 'passed' | 'here' | 'dropped'

export function placeState(
  place: PlaceId,
  journey: readonly JourneyHop[],
  { hop, step }: Position,
): PlaceState {
  const visits = journey.filter((each) => each.hop.place === place)
  const reached = visits.filter(({ index }) => index <= hop)
  if (visits.length === 0) return 'aside'
  if (reached.length === 0) return 'ahead'
  if (journey[hop]?.hop.place !== place) return 'passed'
  return journey[hop]?.hop.mood === 'dropped' && step === null ? 'dropped' : 'here'
}

/** Numbers of the hops at a place on the way out, from 1: `2–4`. */
export function visitsOf(place: PlaceId, journey: readonly JourneyHop[]): string {
  const out = journey.filter(({ leg, hop }) => leg === 'forward' && hop.place === place)
  const [first, last] = [out[0]?.index, out.at(-1)?.index]
  if (first === undefined || last === undefined) return ''
  return first === last ? `${first + 1}` : `${first + 1}–${last + 1}`
}

/** `IP-MASQ 5` while rule 5 of that chain is being tried at this place. */
export function ruleBeingTried(
  place: PlaceId,
  journey: readonly JourneyHop[],
  { hop, step }: Position,
): string | null {
  const here = journey[hop]?.hop
  if (here?.place !== place || step === null) return null
  const tried = here.walk?.steps[step]
  if (tried === undefined) return null
  if (tried.kind === 'skipped' || tried.kind === 'matched') {
    return `${tried.rule.chain} ${tried.rule.line}`
  }
  return tried.chain
}
