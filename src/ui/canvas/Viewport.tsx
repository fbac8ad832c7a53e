import { Panel, useReactFlow, useStore } from '@xyflow/react'
import { type ReactNode, useCallback, useEffect, useRef } from 'react'
import { useMessages } from '../../store/reading.ts'
import { IconButton } from '../kit/Button.tsx'
import { FitIcon, MinusIcon, PlusIcon } from '../kit/icons.tsx'
import { useFollowing, usePathOnMap } from './following.ts'
import { holds, type Rect, type Size } from './layout/geometry.ts'
import { firstView, fitted, inside, inView } from './view.ts'

/** Keeps the whole map in view as the canvas and the map change, and lets one look closer. */
export function Viewport({
  bounds,
  steady = false,
  onResize,
  children,
}: {
  readonly bounds: Rect
  /** While one draws the view stays, unless all of the map was in it and now is not. */
  readonly steady?: boolean
  readonly onResize: (size: Size) => void
  /** Tools beside those that look closer. */
  readonly children?: ReactNode
}) {
  const { ui } = useMessages()
  const { getViewport, setViewport, zoomIn, zoomOut } = useReactFlow()
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)

  const { path, here } = usePathOnMap()
  const fitAll = useCallback(() => {
    if (width > 0 && height > 0) void setViewport(fitted(bounds, { width, height }))
  }, [bounds, width, height, setViewport])

  useEffect(() => {
    if (width > 0 && height > 0) onResize(inside({ width, height }))
  }, [width, height, onResize])

  // `answered`: the layout is made for the room, whose size it hears of by `onResize`.
  const before = useRef<Rect & { readonly room: Size; readonly answered: boolean }>(null)
  const { x: left, y: top, width: breadth, height: depth } = bounds
  useEffect(() => {
    const room = { width, height }
    const now = { x: left, y: top, width: breadth, height: depth }
    const was = before.current
    const sameRoom = was?.room.width === width && was.room.height === height
    before.current = { ...now, room, answered: sameRoom }
    const seen = (rect: Rect) => holds(inView(getViewport(), room), rect)
    if (steady && sameRoom && was.answered && (seen(now) || !seen(was))) return
    if (width > 0 && height > 0) void setViewport(firstView(now, path(), here(), room))
  }, [steady, left, top, breadth, depth, width, height, getViewport, setViewport, path, here])
  useFollowing(steady)
  useDistance()

  return (
    <Panel position="bottom-left" className="viewport-tools">
      <IconButton
        data-tool="in"
        look="quiet"
        label={ui.canvas.zoomIn}
        onClick={() => void zoomIn()}
      >
        <PlusIcon />
      </IconButton>
      <IconButton
        data-tool="out"
        look="quiet"
        label={ui.canvas.zoomOut}
        onClick={() => void zoomOut()}
      >
        <MinusIcon />
      </IconButton>
      <IconButton look="quiet" label={ui.canvas.fit} onClick={fitAll}>
        <FitIcon />
      </IconButton>
      {children}
    </Panel>
  )
}

/** Below this zoom ordinary words cannot be read. */
const FAR = 0.6

/** Tells the style sheet when the map is seen from afar, past React. */
function useDistance(): void {
  const root = useStore((state) => state.domNode)
  const far = useStore(({ transform: [, , zoom] }) => zoom < FAR)
  useEffect(() => {
    root?.setAttribute('data-zoom', far ? 'far' : 'near')
  }, [root, far])
}
