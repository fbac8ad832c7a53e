import type { Owner } from '../../engine/trace.ts'
import { type JourneyHop, nearSide } from '../../store/journey.ts'
import { centre } from './layout/geometry.ts'
import type { Layout } from './layout/layout.ts'
import { beside, type Polyline } from './layout/polyline.ts'
import { wayBetween } from './layout/wires.ts'

/** The way to a hop from the one before it, where they are at two places. */
export interface Travel {
  /** The hop that it leads to. */
  readonly to: number
  readonly leg: JourneyHop['leg']
  readonly fromPlace: string
  readonly toPlace: string
  /** Whose address travels it. */
  readonly owner: Owner
  readonly line: Polyline
}

/** How far beside the way out the reply comes back. */
const REPLY_BESIDE = -7

export function travelsOf(journey: readonly JourneyHop[], layout: Layout): readonly Travel[] {
  return journey.flatMap(({ index, hop, leg }) => {
    const before = journey[index - 1]
    if (before === undefined || before.hop.place === hop.place) return []
    const line = lineBetween(layout, before.hop.place, hop.place)
    if (line === null) return []
    return [
      {
        to: index,
        leg,
        fromPlace: before.hop.place,
        toPlace: hop.place,
        owner: nearSide(hop.before, leg).owner,
        line: leg === 'reply' ? beside(line, REPLY_BESIDE) : line,
      },
    ]
  })
}

/** From the middle of one place to the middle of the other, along the wires where there are any. */
function lineBetween({ wires, placed }: Layout, from: string, to: string): Polyline | null {
  const a = placed.get(from)
  const b = placed.get(to)
  if (a === undefined || b === undefined) return null
  return [centre(a), ...(wayBetween(wires, placed, from, to) ?? []), centre(b)]
}
