import { useInvestigating } from '../../store/investigation.ts'
import { usePlayground } from '../../store/playground.ts'
import { Canvas } from '../canvas/Canvas.tsx'
import {
  Banners,
  CommandsButton,
  CompareButton,
  Invitation,
  ShareButton,
  Sheets,
  Transport,
} from './around-parts.tsx'
import { Compare, Detective, ProbeDock } from './late-parts.tsx'
import { TopBar } from './TopBar.tsx'

/** One column: the map stays in view, what one looks at below it is chosen. */
export function NarrowPlay() {
  const comparing = usePlayground(({ compared }) => compared !== null)
  return (
    <>
      <TopBar>
        <CommandsButton />
        <CompareButton />
        <ShareButton />
      </TopBar>
      <Banners />
      {comparing ? <Compare /> : <OneDataplane />}
    </>
  )
}

function OneDataplane() {
  const investigating = useInvestigating()
  return (
    <main className="play-narrow">
      <Canvas />
      <Transport />
      <Invitation />
      <ProbeDock />
      {investigating ? <Detective /> : <Sheets />}
    </main>
  )
}
