import type { PlaceId } from '../../engine/trace.ts'
import { type JourneyHop, type Position, positionIn } from '../../store/journey.ts'
import { journeyOnShow } from '../../store/journey-on-show.ts'
import { type PlaygroundState, usePlayground } from '../../store/playground.ts'
import { type PlaceState, placeState, ruleAt, visitsOf } from './place-state.ts'

/** How a place stands to the moment on show. */
export interface Standing {
  readonly state: PlaceState
  readonly visits: string
  readonly rule: ReturnType<typeof ruleAt>
}

/** The same object as long as it says the same: a place is drawn anew only when the packet concerns it. */
export const useStanding = (place: PlaceId): Standing =>
  usePlayground((state) => standings(state).get(place) ?? ASIDE)

const ASIDE: Standing = { state: 'aside', visits: '', rule: null }

interface Known {
  readonly journey: readonly JourneyHop[]
  readonly position: Position
  readonly standings: ReadonlyMap<PlaceId, Standing>
}

let known: Known = { journey: [], position: { hop: 0, step: null }, standings: new Map() }

function standings(state: PlaygroundState): ReadonlyMap<PlaceId, Standing> {
  const journey = journeyOnShow(state)
  const position = positionIn(journey, state.shown)
  const { hop, step } = known.position
  if (journey === known.journey && position.hop === hop && position.step === step) {
    return known.standings
  }
  const before = known.standings
  const places = new Set(journey.map((each) => each.hop.place))
  const now = new Map(
    [...places].map((place) => {
      const standing: Standing = {
        state: placeState(place, journey, position),
        visits: visitsOf(place, journey, position),
        rule: ruleAt(place, journey, position),
      }
      const old = before.get(place)
      return [place, old !== undefined && same(old, standing) ? old : standing]
    }),
  )
  known = { journey, position, standings: now }
  return now
}

const same = (a: Standing, b: Standing): boolean =>
  a.state === b.state &&
  a.visits === b.visits &&
  a.rule?.text === b.rule?.text &&
  a.rule?.mood === b.rule?.mood
