import { collapsed } from './collapse.ts'
import type { Arrange } from './layout.ts'
import { arrangeNested } from './nested.ts'
import { isSettled, settle } from './settle.ts'

/** What it takes to draw worlds of any shape and size, and where a scenario says. */
export interface AnyWorld {
  readonly collapsed: typeof collapsed
  /** @param byHand the arrangement that one has already; null where there is none */
  readonly arrange: (byHand: Arrange | null) => Arrange
}

export const anyWorld: AnyWorld = {
  collapsed,
  arrange: (byHand) => (map, positions) => {
    const base = byHand ?? arrangeNested
    if (Object.keys(positions).length === 0) return base(map, positions)
    return settle(map, isSettled(map, positions) ? new Map() : base(map, positions), positions)
  },
}
