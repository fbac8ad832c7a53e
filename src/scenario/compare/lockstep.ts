import type { Hop, Trace } from '../../engine/trace.ts'
import type { Column } from './comparison.ts'

/**
 * Lays journeys side by side: a column for each moment, shared wherever two packets pass the same
 * place at the same stage. One that a lane does not know stands where that lane has a gap.
 */
export function lockstep(traces: readonly (Trace | null)[]): {
  readonly columns: readonly Column[]
  readonly lanes: readonly (readonly (Hop | null)[])[]
} {
  const journeys = traces.map(momentsOf)
  const columns = LEGS.flatMap((leg) =>
    journeys
      .map((journey) => journey.filter((moment) => moment.leg === leg).map(columnOf))
      .reduce<readonly Column[]>(merge, []),
  )
  return { columns, lanes: journeys.map((journey) => spread(journey, columns)) }
}

const LEGS = ['forward', 'reply'] as const

interface Moment extends Column {
  readonly hop: Hop
}

const columnOf = ({ leg, place, stage }: Moment): Column => ({ leg, place, stage })

function momentsOf(trace: Trace | null): readonly Moment[] {
  if (trace === null) return []
  return LEGS.flatMap((leg) =>
    (trace[leg]?.hops ?? []).map((hop) => ({ leg, place: hop.place, stage: hop.stage, hop })),
  )
}

const same = (a: Column, b: Column): boolean =>
  a.leg === b.leg && a.place === b.place && a.stage === b.stage

/** The shortest sequence that holds both, in their order: what both have is there once. */
function merge(a: readonly Column[], b: readonly Column[]): readonly Column[] {
  const common = longestCommon(a, b)
  const merged: Column[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]]
    if (left && right && same(left, right)) {
      merged.push(left)
      i += 1
      j += 1
    } else if (left && (!right || common(i + 1, j) >= common(i, j + 1))) {
      merged.push(left)
      i += 1
    } else if (right) {
      merged.push(right)
      j += 1
    }
  }
  return merged
}

/** How many columns `a` from `i` and `b` from `j` have in common, in order. */
function longestCommon(
  a: readonly Column[],
  b: readonly Column[],
): (i: number, j: number) => number {
  const known = new Map<number, number>()
  const count = (i: number, j: number): number => {
    const [left, right] = [a[i], b[j]]
    if (left === undefined || right === undefined) return 0
    const key = i * (b.length + 1) + j
    const before = known.get(key)
    if (before !== undefined) return before
    const found = same(left, right)
      ? 1 + count(i + 1, j + 1)
      : Math.max(count(i + 1, j), count(i, j + 1))
    known.set(key, found)
    return found
  }
  return count
}

/** Each moment into the first of its columns that comes after the one before. */
function spread(journey: readonly Moment[], columns: readonly Column[]): readonly (Hop | null)[] {
  let next = 0
  return columns.map((column) => {
    const moment = journey[next]
    if (moment === undefined || !same(moment, column)) return null
    next += 1
    return moment.hop
  })
}
