import { ConnectionMode, type NodeChange, ReactFlow, ViewportPortal } from '@xyflow/react'
import { useMemo } from 'react'
import type { PlaceMap } from '../../scenario/evaluation.ts'
import { editing } from '../../store/editing.ts'
import { usePlayground } from '../../store/playground.ts'
import { useEvaluation } from '../../store/reading.ts'
import { beginRenaming } from '../../store/studio.ts'
import { lineElements, type MapElement } from '../canvas/elements.ts'
import { Fate } from '../canvas/Fate.tsx'
import { FLOW_SETTINGS } from '../canvas/flow-settings.ts'
import { useDrawnMap } from '../canvas/use-drawn-map.ts'
import { Viewport } from '../canvas/Viewport.tsx'
import { BringIntoView } from './BringIntoView.tsx'
import { boardKeys } from './board-keys.ts'
import { drawnElements } from './drawn-elements.ts'
import { EmptyHint } from './EmptyHint.tsx'
import { shifted } from './moving.ts'
import { NameField } from './NameField.tsx'
import { ToldLine } from './ToldLine.tsx'
import { thingOf } from './thing-of.ts'
import { useConnecting } from './use-connecting.ts'
import { useDropping } from './use-dropping.ts'
import { useMoving } from './use-moving.ts'
import { useSelecting } from './use-selecting.ts'
import { useSteady } from './use-steady.ts'
import { useStudioWords } from './use-studio-words.ts'

/** The map, on which things are selected, moved, nested and connected. */
export function Board() {
  const evaluation = useEvaluation()
  return (
    <div className="board">
      {evaluation === null ? null : <BoardMap map={evaluation.map} />}
      <ToldLine />
    </div>
  )
}

const GRID: [number, number] = [8, 8]

function BoardMap({ map: whole }: { readonly map: PlaceMap }) {
  const words = useStudioWords()
  const { map, layout, travels, nodes, setSpace, culled } = useDrawnMap(whole)
  const locked = usePlayground(({ scenario }) => scenario.document.locked === true)
  const { selected, onSelect } = useSelecting()
  const moving = useMoving(map, layout)
  const dropping = useDropping(map, layout)
  const connecting = useConnecting(map, layout)
  const now = useMemo(() => shifted(layout, moving.offsets), [layout, moving.offsets])
  const still = moving.offsets.size === 0
  const target = moving.target ?? dropping.target ?? connecting.target
  const drawn = useMemo(
    () => drawnElements(nodes, { placed: now.placed, selected, target, locked }),
    [nodes, now, selected, target, locked],
  )
  const edges = useMemo(() => lineElements(now, still ? travels : []), [now, still, travels])
  const handlers = useSteady({
    ...moving.handlers,
    ...dropping.handlers,
    ...connecting.handlers,
    onNodesChange: (changes: NodeChange<MapElement>[]) => {
      onSelect(changes)
      moving.onMove(changes)
    },
    onNodeDoubleClick: (_: unknown, { id }: MapElement) => {
      const thing = thingOf(id)
      if (thing !== null && !locked) beginRenaming(thing)
    },
    onPaneClick: () => editing().setState({ selected: [] }),
  })
  return (
    <section
      className="canvas"
      role="application"
      aria-label={words.board.label}
      aria-description={words.board.hint}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys walk from thing to thing here
      tabIndex={0}
      onKeyDown={(event) => boardKeys(event, map, layout)}
    >
      <ReactFlow
        {...FLOW_SETTINGS}
        onlyRenderVisibleElements={culled}
        nodes={drawn}
        edges={edges}
        nodesDraggable={!locked}
        nodesConnectable={!locked}
        connectionMode={ConnectionMode.Loose}
        autoPanOnConnect={false}
        snapToGrid
        snapGrid={GRID}
        selectNodesOnDrag={false}
        multiSelectionKeyCode="Shift"
        elevateNodesOnSelect={false}
        {...handlers}
      >
        <Viewport steady bounds={layout.bounds} onResize={setSpace} />
        <BringIntoView map={map} layout={layout} />
        <ViewportPortal>
          {still ? <Fate layout={layout} /> : null}
          <NameField map={map} layout={now} />
        </ViewportPortal>
      </ReactFlow>
      {map.places.length === 0 && map.zones.length <= 1 ? <EmptyHint /> : null}
    </section>
  )
}
