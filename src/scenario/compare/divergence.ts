import type { Header, PortSeen } from '../../engine/trace.ts'
import type { Beat, Column, Divergence, DivergingGroup, Lane } from './comparison.ts'

/**
 * The first moment at which the packet is not treated alike. Lanes are held against each other where
 * all of them have a hop; what differs there is laid to the column in which it came about.
 */
export function firstDivergence(
  lanes: readonly Lane[],
  columns: readonly Column[],
): Divergence | null {
  const sent = lanes.filter(({ outcome }) => outcome !== null)
  if (sent.length < 2) return null
  for (const at of columns.keys()) {
    const found = dropAt(sent, columns, at) ?? differenceAt(sent, columns, at)
    if (found !== null) return found
  }
  return otherRule(sent, columns)
}

/** Somebody's packet ends here, and not everybody's. */
function dropAt(lanes: readonly Lane[], columns: readonly Column[], at: number): Divergence | null {
  const dropped = lanes.filter(({ beats }) => beats[at]?.mood === 'dropped')
  const here = columns[at]?.place
  if (dropped.length === 0 || lanes.every(({ outcome }) => outcome?.by === here)) return null
  return named('dropped', columns, at, lanes, ({ beats }) =>
    beats[at]?.mood === 'dropped' ? null : (carried(beats, at)?.src ?? ''),
  )
}

const FIELDS: readonly (readonly [Divergence['code'], (header: Header) => string])[] = [
  ['source-differs', ({ src }) => src],
  ['destination-differs', ({ dst }) => dst],
  ['port-differs', ({ sport, dport }) => `${portOf(sport)} ${portOf(dport)}`],
]

/** Null also where some lane has no hop to be held against the others. */
function differenceAt(
  lanes: readonly Lane[],
  columns: readonly Column[],
  at: number,
): Divergence | null {
  if (!lanes.every(({ beats }) => beats[at])) return otherWay(lanes, columns, at)
  for (const [code, read] of FIELDS) {
    const valueIn = (lane: Lane, column: number): string | null => {
      const header = carried(lane.beats, column)
      return header === null ? null : read(header)
    }
    if (new Set(lanes.map((lane) => valueIn(lane, at))).size === 1) continue
    const began = lanes.flatMap((lane) => lastChange(lane, at, (column) => valueIn(lane, column)))
    const first = Math.min(at, ...began)
    const shown = code === 'port-differs' ? portShown : valueIn
    return named(code, columns, first, lanes, (lane) => shown(lane, at))
  }
  return null
}

/** A place that some packets never see, although they travel on. */
function otherWay(
  lanes: readonly Lane[],
  columns: readonly Column[],
  at: number,
): Divergence | null {
  const column = columns[at]
  if (column === undefined) return null
  const visits = ({ beats }: Lane): boolean =>
    beats.some((beat, i) => beat?.place === column.place && columns[i]?.leg === column.leg)
  if (lanes.every(visits)) return null
  return named('other-way', columns, at, lanes, (lane) =>
    visits(lane) ? (carried(lane.beats, at)?.src ?? '') : null,
  )
}

/** Nothing else differs: yet different rules may have decided it. */
function otherRule(lanes: readonly Lane[], columns: readonly Column[]): Divergence | null {
  for (const at of columns.keys()) {
    const rules = lanes.map(({ beats }) => beats[at]?.rule ?? null)
    if (new Set(rules.map((rule) => rule?.text)).size < 2) continue
    return named('rule-differs', columns, at, lanes, ({ beats }) => {
      const rule = beats[at]?.rule
      return rule ? `${rule.chain} ${rule.line}` : null
    })
  }
  return null
}

function named(
  code: Divergence['code'],
  columns: readonly Column[],
  column: number,
  lanes: readonly Lane[],
  valueIn: (lane: Lane) => string | null,
): Divergence | null {
  const at = columns[column]
  if (at === undefined) return null
  const groups = new Map<string | null, DivergingGroup>()
  for (const lane of lanes) {
    const value = valueIn(lane)
    const dataplanes = [...(groups.get(value)?.dataplanes ?? []), lane.dataplane]
    groups.set(value, { dataplanes, value })
  }
  return { code, column, place: at.place, stage: at.stage, groups: [...groups.values()] }
}

/** What the packet of a lane carries once this column is over. */
const carried = (beats: readonly (Beat | null)[], at: number): Header | null =>
  beats.slice(0, at + 1).findLast((beat) => beat !== null)?.after ?? null

/** Where a value last became what it is at `at`; nothing where it has always been that. */
function lastChange(
  { beats }: Lane,
  at: number,
  valueIn: (column: number) => string | null,
): readonly number[] {
  const changed = beats
    .slice(0, at + 1)
    .findLastIndex((beat, i) => beat !== null && i > 0 && valueIn(i) !== valueIn(i - 1))
  return changed > 0 && valueIn(changed - 1) !== null ? [changed] : []
}

const portShown = ({ beats }: Lane, at: number): string => portOf(carried(beats, at)?.sport)

const portOf = (port: PortSeen | undefined): string => {
  if (port === undefined) return ''
  return port.kind === 'exact' ? String(port.port) : `${port.lo}–${port.hi}`
}
