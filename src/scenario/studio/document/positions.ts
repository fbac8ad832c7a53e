import type { ScenarioDocument } from '../../document.ts'
import type { Point, ThingId } from '../thing.ts'
import { listOf, splitId, thingId } from './lists.ts'

type Positions = Readonly<Record<string, Point>>

/** The document with these places instead of all others; none is kept where there is none. */
export function withPositions(document: ScenarioDocument, positions: Positions): ScenarioDocument {
  const { positions: _, ...others } = document
  const whole = Object.entries(positions).map(([id, [x, y]]): [string, [number, number]] => [
    id,
    [Math.round(x), Math.round(y)],
  ])
  return whole.length === 0 ? others : { ...others, positions: Object.fromEntries(whole) }
}

/** With a place for what was just put there; what is only a line or a row on the canvas has none. */
export function placedAt(
  document: ScenarioDocument,
  thing: ThingId,
  at: Point | undefined,
): ScenarioDocument {
  const key = placeOf(document, thing)
  return at === undefined || key === null
    ? document
    : withPositions(document, { ...document.positions, [key]: at })
}

/**
 * Where a thing's place is written down. A cluster is nothing but a zone, and an on-prem network stands
 * where its firewall stands.
 */
export function placeOf(document: ScenarioDocument, thing: ThingId): string | null {
  const [kind, name] = splitId(thing) ?? []
  if (kind === undefined || kind === 'subnet' || kind === 'peering' || kind === 'flow') return null
  if (kind === 'cluster') return `zone-${thing}`
  if (kind !== 'on-prem') return thing
  const network = listOf(document, 'on-prem').find((each) => each.name === name)
  return network?.firewall ? thingId('firewall', network.firewall.name) : `zone-${thing}`
}
