import { Graph, layout } from '@dagrejs/dagre'
import { type Box, shift, together } from './box.ts'

/** `from` stands before `to` in the order of travel, by as many ranks. */
export interface Before {
  readonly from: string
  readonly to: string
  readonly ranks?: number
}

/** Left to right in ranks, those of one rank above each other. */
export function inRanks(
  boxes: ReadonlyMap<string, Box>,
  order: readonly Before[],
  gaps: { readonly rank: number; readonly beside: number },
): Box {
  const graph = new Graph()
  graph.setGraph({ rankdir: 'LR', ranksep: gaps.rank, nodesep: gaps.beside })
  for (const [id, { rect }] of boxes) {
    graph.setNode(id, { width: rect.width, height: rect.height })
  }
  for (const { from, to, ranks = 1 } of order) graph.setEdge(from, to, { minlen: ranks, weight: 1 })
  layout(graph)
  return together(
    [...boxes].map(([id, box]) => {
      const { x = 0, y = 0 } = graph.node(id)
      const { rect } = box
      return shift(
        box,
        Math.round(x - rect.width / 2) - rect.x,
        Math.round(y - rect.height / 2) - rect.y,
      )
    }),
  )
}
