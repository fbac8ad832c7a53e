import type { Hop, Walk } from '../../../engine/trace.ts'
import type { JourneyHop, Position } from '../../../store/journey.ts'

/** The walk through table nat that the chain panel shows, and how far it has come. */
export interface WalkOnShow {
  readonly hop: Hop
  readonly walk: Walk
  /** Place in the journey, to which the panel's rows lead. */
  readonly index: number
  /** Last step that has been tried: -1 before the first, Infinity when the hop is done. */
  readonly upTo: number
  /** The step that is being tried right now. */
  readonly now: number | null
}

/**
 * The walk of the hop on show if it tries any rule, else the one that decides the source: a hook
 * with an empty chain is not worth turning the page for.
 */
export function walkOnShow(journey: readonly JourneyHop[], position: Position): WalkOnShow | null {
  const walked = journey.filter(({ hop }) => hop.walk !== undefined)
  const chosen =
    walked.find(({ index, hop }) => index === position.hop && triesRules(hop.walk)) ??
    walked.find(({ leg, hop }) => leg === 'forward' && hop.walk?.hook === 'TC_EGRESS') ??
    walked.find(({ leg, hop }) => leg === 'forward' && hop.walk?.hook === 'POSTROUTING') ??
    walked.find(({ hop }) => triesRules(hop.walk)) ??
    walked[0]
  if (chosen?.hop.walk === undefined) return null
  const { index, hop } = chosen
  const here = position.hop === index
  return {
    hop,
    walk: chosen.hop.walk,
    index,
    upTo: here && position.step !== null ? position.step : doneAt(position.hop, index),
    now: here ? position.step : null,
  }
}

const doneAt = (shown: number, index: number): number =>
  shown < index ? -1 : Number.POSITIVE_INFINITY

const triesRules = (walk: Walk | undefined): boolean =>
  walk?.steps.some(({ kind }) => kind === 'skipped' || kind === 'matched') ?? false
