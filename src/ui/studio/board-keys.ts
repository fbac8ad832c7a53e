import type { KeyboardEvent } from 'react'
import type { PlaceMap } from '../../scenario/evaluation.ts'
import type { ThingId } from '../../scenario/studio/thing.ts'
import { editing } from '../../store/editing.ts'
import { makeEdits } from '../../store/edits.ts'
import { playground } from '../../store/playground.ts'
import { beginRenaming, bringIntoView, openDialog, tell } from '../../store/studio.ts'
import type { Point } from '../canvas/layout/geometry.ts'
import type { Layout } from '../canvas/layout/layout.ts'
import { offsetsOf, positionsAfter } from './moving.ts'
import { type Direction, nearest, spotOf } from './nearest.ts'
import { duplicateSelected, removeSelected } from './selected-things.ts'
import { elementOf, thingOf } from './thing-of.ts'
import { selectThings } from './use-selecting.ts'

/** Keys of the map itself: walking, nudging, and what is done with the selected things. */
export function boardKeys(event: KeyboardEvent, map: PlaceMap, layout: Layout): void {
  if (event.target instanceof HTMLInputElement) return
  const act = actOf(event, map, layout)
  if (act === null) return
  event.preventDefault()
  event.stopPropagation()
  act()
}

const STEP = 8
const NUDGE: Readonly<Record<Direction, Point>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
}

const isDirection = (key: string): key is Direction => key in NUDGE

function actOf(event: KeyboardEvent, map: PlaceMap, layout: Layout): (() => void) | null {
  const { key, altKey } = event
  if (isDirection(key)) {
    return altKey ? () => nudge(key, map, layout) : () => walk(key, map, layout, event.shiftKey)
  }
  if (altKey) return null
  if (event.ctrlKey || event.metaKey) return COMMANDS[key.toLowerCase()]?.(map) ?? null
  return PLAIN[key] ?? null
}

const COMMANDS: Readonly<Record<string, (map: PlaceMap) => () => void>> = {
  a: (map) => () => selectThings(everyThing(map)),
  d: () => () => void duplicateSelected(),
}

const PLAIN: Readonly<Record<string, () => void>> = {
  Enter: () => goToProperties(),
  Delete: () => void removeSelected(),
  Backspace: () => void removeSelected(),
  F2: () => withOne((thing) => beginRenaming(thing)),
  c: () => withOne(() => openDialog('connect')),
  C: () => withOne(() => openDialog('connect')),
  m: () => withOne(() => openDialog('move')),
  M: () => withOne(() => openDialog('move')),
  Escape: () => editing().setState({ selected: [] }),
}

const everyThing = ({ zones, places }: PlaceMap): readonly ThingId[] => [
  ...new Set([...zones, ...places].flatMap(({ id }) => thingOf(id) ?? [])),
]

function withOne(act: (thing: ThingId) => void): void {
  const [thing] = editing().getState().selected
  if (thing === undefined) return
  if (playground().getState().scenario.document.locked) tell({ what: 'is-locked' })
  else act(thing)
}

/** To the first field of the panel, as soon as the worker has told what fields there are. */
function goToProperties(frames = 60): void {
  editing().setState({ panel: 'thing' })
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>(FIELD)
    if (field === null && frames > 0) goToProperties(frames - 1)
    else field?.focus()
  })
}

const FIELD = '.thing-fields :is(input, select, textarea, button):not(:disabled)'

function walk(key: Direction, map: PlaceMap, layout: Layout, more: boolean): void {
  const spots = new Map(
    [...map.zones, ...map.places].flatMap(({ id }) => {
      const rect = layout.placed.get(id)
      const thing = thingOf(id)
      // A node's own card, or a VPC's router, is met where its zone is.
      const twin = thing !== null && elementOf(map, thing) !== id
      return rect === undefined || thing === null || twin
        ? []
        : [[thing, spotOf(id, rect)] as const]
    }),
  )
  const { selected } = editing().getState()
  const next = nearest(spots, selected.at(-1) ?? '', key)
  if (next === null) return
  selectThings(more ? [...selected.filter((each) => each !== next), next] : [next])
  bringIntoView(next)
}

function nudge(key: Direction, map: PlaceMap, layout: Layout): void {
  const { document } = playground().getState().scenario
  const { selected } = editing().getState()
  const dragged = selected.flatMap((thing) => {
    const id = elementOf(map, thing)
    const rect = id === null ? undefined : layout.placed.get(id)
    return id === null || rect === undefined
      ? []
      : [{ id, position: { x: rect.x + NUDGE[key].x, y: rect.y + NUDGE[key].y } }]
  })
  if (dragged.length === 0) return
  if (document.locked) {
    tell({ what: 'is-locked' })
    return
  }
  const to = positionsAfter(map, layout, offsetsOf(map, layout, dragged), document.positions ?? {})
  void makeEdits([{ do: 'move', to }], {
    told: () => ({ what: 'moved', things: selected }),
    stroke: `nudge ${selected.join(' ')}`,
    select: false,
  })
}
