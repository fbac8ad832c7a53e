import { useReactFlow } from '@xyflow/react'
import { type DragEvent, useState } from 'react'
import type { PaletteItem } from '../../i18n/studio-words.ts'
import type { PlaceMap } from '../../scenario/evaluation.ts'
import type { Layout } from '../canvas/layout/layout.ts'
import { addItem } from './add-item.ts'
import { zoneAt, zoneFor, zoneThing } from './drop-zone.ts'
import { making, PALETTE_ITEMS } from './palette.ts'

/** What a dragged item of the palette says it is. Read while it is over the map, where only its types are told. */
const PREFIX = 'application/x-snat-'

export const dragType = (item: PaletteItem): string => PREFIX + item

const itemIn = (event: DragEvent): PaletteItem | null =>
  PALETTE_ITEMS.find((item) => event.dataTransfer.types.includes(dragType(item))) ?? null

/** Items of the palette that are dragged over the map, and dropped on it. */
export function useDropping(map: PlaceMap, layout: Layout) {
  const { screenToFlowPosition } = useReactFlow()
  const [target, setTarget] = useState<string | null>(null)
  const spot = (event: DragEvent) => screenToFlowPosition({ x: event.clientX, y: event.clientY })
  const zoneUnder = (event: DragEvent, item: PaletteItem) => {
    const { kind, preset } = making(item)
    return zoneFor(map, layout.placed, kind, spot(event), undefined, preset)
  }
  return {
    target,
    handlers: {
      onDragOver: (event: DragEvent) => {
        const item = itemIn(event)
        if (item === null) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
        setTarget(zoneUnder(event, item))
      },
      onDragLeave: () => setTarget(null),
      onDrop: (event: DragEvent) => {
        const item = itemIn(event)
        setTarget(null)
        if (item === null) return
        event.preventDefault()
        const { x, y } = spot(event)
        const zone = zoneUnder(event, item) ?? zoneAt(map, layout.placed, { x, y })
        void addItem(item, {
          parent: zone === null ? null : zoneThing(zone),
          at: [Math.round(x / 8) * 8, Math.round(y / 8) * 8],
        })
      },
    },
  }
}
