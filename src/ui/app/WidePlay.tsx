import { Canvas } from '../canvas/Canvas.tsx'
import { ControlBar } from '../controls/ControlBar.tsx'
import { HopList } from '../hops/HopList.tsx'
import { Inspector } from '../inspector/Inspector.tsx'
import { Transport } from '../playback/Transport.tsx'

/** The map and its words on the left, what is inside on the right, everything in view at once. */
export function WidePlay() {
  return (
    <>
      <ControlBar />
      <main className="play-wide">
        <div className="stage">
          <Canvas />
          <Transport />
          <HopList />
        </div>
        <div className="side">
          <Inspector />
        </div>
      </main>
    </>
  )
}
