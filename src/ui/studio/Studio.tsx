import { ReactFlowProvider } from '@xyflow/react'
import { Board } from './Board.tsx'
import { Dialogs } from './Dialogs.tsx'
import { Shelf } from './Shelf.tsx'
import { studioKeys } from './studio-keys.ts'
import { ToolBar } from './ToolBar.tsx'
import { useClipboard } from './use-clipboard.ts'
import './studio.css'

/** The map as a drawing board: what can be put on it to its left, what can be done above it. */
export function Studio() {
  useClipboard()
  return (
    <ReactFlowProvider>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys that every part of it understands */}
      <div className="studio" onKeyDown={studioKeys}>
        <ToolBar />
        <div className="studio-body">
          <Shelf />
          <Board />
        </div>
        <Dialogs />
      </div>
    </ReactFlowProvider>
  )
}
