import type { Header, Hop, Owner, Trace } from '../engine/trace.ts'

/** One hop of the whole way, out and back, counted from 0. */
export interface JourneyHop {
  readonly index: number
  readonly leg: 'forward' | 'reply'
  readonly hop: Hop
}

/** A place in a journey. `step` counts the rules tried at the hop; null: the hop is done. */
export interface Position {
  readonly hop: number
  readonly step: number | null
}

/** What the user asked to see. `end` stays the end when the engine answers with another journey. */
export type Shown = 'end' | Position

export const START: Position = { hop: 0, step: null }

export function journeyOf(trace: Trace | null): readonly JourneyHop[] {
  if (trace === null) return []
  const forward = trace.forward.hops.map((hop) => ({ leg: 'forward', hop }) as const)
  const reply = (trace.reply?.hops ?? []).map((hop) => ({ leg: 'reply', hop }) as const)
  return [...forward, ...reply].map((each, index) => ({ ...each, index }))
}

/** `shown` as a place that exists in this journey. */
export function positionIn(journey: readonly JourneyHop[], shown: Shown): Position {
  const last = Math.max(0, journey.length - 1)
  if (shown === 'end' || shown.hop > last) return { hop: last, step: null }
  const steps = stepsAt(journey, shown.hop)
  return shown.step !== null && shown.step >= steps ? { hop: shown.hop, step: null } : shown
}

export const stepsAt = (journey: readonly JourneyHop[], hop: number): number =>
  journey[hop]?.hop.walk?.steps.length ?? 0

/** Every place to stand, in order: the rules of a hop one by one, then the hop itself. */
export function positionsOf(journey: readonly JourneyHop[]): readonly Position[] {
  return journey.flatMap(({ index }) => [
    ...Array.from({ length: stepsAt(journey, index) }, (_, step) => ({ hop: index, step })),
    { hop: index, step: null },
  ])
}

/** The header that the packet carries here: the old one while its rules are still being tried. */
export function headerAt(journey: readonly JourneyHop[], { hop, step }: Position): Header | null {
  const here = journey[hop]?.hop
  if (here === undefined) return null
  return step === null ? here.after : here.before
}

/** The address at our side of the flow: the source on the way out, the destination on the way back. */
export function nearSide(
  header: Header,
  leg: JourneyHop['leg'],
): { readonly address: string; readonly owner: Owner } {
  return leg === 'forward'
    ? { address: header.src, owner: header.srcOwner }
    : { address: header.dst, owner: header.dstOwner }
}

/** Where a hop stands beside the one on show. */
export function progress(index: number, shown: number): 'passed' | 'here' | 'ahead' {
  if (index === shown) return 'here'
  return index < shown ? 'passed' : 'ahead'
}
