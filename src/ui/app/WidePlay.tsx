import { Canvas } from '../canvas/Canvas.tsx'
import { ControlBar } from '../controls/ControlBar.tsx'
import { ScenarioChoice } from '../controls/ScenarioChoice.tsx'
import { HopList } from '../hops/HopList.tsx'
import { Transport } from '../playback/Transport.tsx'
import { ShareButton } from '../share/ShareButton.tsx'
import { Banners } from './Banners.tsx'
import { Invitation } from './Invitation.tsx'
import { Inspector } from './late-parts.tsx'
import { Preferences } from './Preferences.tsx'
import { TopBar } from './TopBar.tsx'

/** The map and its words on the left, what is inside on the right, everything in view at once. */
export function WidePlay() {
  return (
    <>
      <TopBar>
        <ScenarioChoice />
        <Preferences />
        <ShareButton />
      </TopBar>
      <Banners />
      <ControlBar />
      <main className="play-wide">
        <div className="stage">
          <div className="map">
            <Canvas />
            <Invitation />
          </div>
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
