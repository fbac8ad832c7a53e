import { useInvestigating } from '../../store/investigation.ts'
import { usePlayground } from '../../store/playground.ts'
import { Canvas } from '../canvas/Canvas.tsx'
import {
  Banners,
  CommandsButton,
  CompareButton,
  ControlBar,
  HopList,
  Invitation,
  Preferences,
  ScenarioChoice,
  ShareButton,
  Transport,
} from './around-parts.tsx'
import { Compare, Detective, Inspector, ProbeDock, StudioTools, TimeAxis } from './late-parts.tsx'
import { TopBar } from './TopBar.tsx'

/** The map and its words on the left, what is inside on the right, everything in view at once. */
export function WidePlay() {
  const comparing = usePlayground(({ compared }) => compared !== null)
  return (
    <>
      <TopBar>
        <ScenarioChoice />
        <StudioTools />
        <CommandsButton />
        <Preferences />
        <CompareButton />
        <ShareButton />
      </TopBar>
      <Banners />
      <ControlBar />
      {comparing ? <Compare /> : <OneDataplane />}
    </>
  )
}

const OneDataplane = () => (
  <main className="play-wide">
    <div className="stage">
      <Canvas />
      <Transport />
      <ProbeDock />
      <div className="below">
        <Invitation />
        <TimeAxis />
        <HopList />
      </div>
    </div>
    <Side />
  </main>
)

/** What is inside the packet; why it fails, where one looks for that. */
const Side = () => <div className="side">{useInvestigating() ? <Detective /> : <Inspector />}</div>
