import { ok, type Result } from '../../../net/result.ts'
import type { Issue } from '../../issue.ts'
import type { ScenarioState } from '../../state.ts'
import { thingOfZone } from '../document/lists.ts'
import { withPositions } from '../document/positions.ts'
import type { Edited } from '../edit.ts'
import type { Point } from '../thing.ts'

/** Where things stand, and whether they may be touched. */

export const move = (
  state: ScenarioState,
  to: Readonly<Record<string, Point>>,
): Result<Edited, Issue> =>
  ok({
    state: {
      ...state,
      document: withPositions(state.document, { ...state.document.positions, ...to }),
    },
    things: Object.keys(to).map(thingOfZone),
  })

export const tidy = (
  state: ScenarioState,
  positions: Readonly<Record<string, Point>> | null,
): Result<Edited, Issue> =>
  ok({ state: { ...state, document: withPositions(state.document, positions ?? {}) }, things: [] })

export function lock(state: ScenarioState, locked: boolean): Result<Edited, Issue> {
  const { locked: _, ...document } = state.document
  return ok({
    state: { ...state, document: locked ? { ...document, locked } : document },
    things: [],
  })
}
