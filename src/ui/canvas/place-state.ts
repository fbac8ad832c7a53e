import type { Hop, PlaceId, RuleRef } from '../../engine/trace.ts'
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

/** The number of the hop on show where it is here, else those of the hops on the way out: `2–4`. */
export function visitsOf(
  place: PlaceId,
  journey: readonly JourneyHop[],
  { hop: shown }: Position,
): string {
  if (journey[shown]?.hop.place === place) return `${shown + 1}`
  const out = journey.filter(({ leg, hop }) => leg === 'forward' && hop.place === place)
  const [first, last] = [out[0]?.index, out.at(-1)?.index]
  if (first === undefined || last === undefined) return ''
  return first === last ? `${first + 1}` : `${first + 1}–${last + 1}`
}

/**
 * `IP-MASQ 5` while rule 5 of that chain is being tried at this place, and the rule that decided
 * there from then on.
 */
export function ruleAt(
  place: PlaceId,
  journey: readonly JourneyHop[],
  { hop, step }: Position,
): { readonly text: string; readonly mood: Hop['mood'] | 'trying' } | null {
  const here = journey[hop]?.hop
  const tried = here?.place === place && step !== null ? here.walk?.steps[step] : undefined
  if (tried !== undefined) {
    const text = 'rule' in tried ? ruleText(tried.rule) : tried.chain
    return { text, mood: 'trying' }
  }
  // Where a RETURN let the packet through it is the policy that ended the walk: the reason knows the rule.
  const decided = journey.findLast(
    (each) => each.index <= hop && each.hop.place === place && 'chain' in each.hop.reason,
  )
  const reason = decided?.hop.reason
  return decided === undefined || reason === undefined || !('chain' in reason)
    ? null
    : { text: ruleText(reason), mood: decided.hop.mood }
}

const ruleText = ({ chain, line }: Pick<RuleRef, 'chain' | 'line'>): string => `${chain} ${line}`
