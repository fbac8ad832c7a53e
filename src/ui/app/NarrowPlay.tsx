import { useState } from 'react'
import { useInvestigating } from '../../store/investigation.ts'
import { usePlayground } from '../../store/playground.ts'
import { useMessages } from '../../store/reading.ts'
import { Canvas } from '../canvas/Canvas.tsx'
import { CompareButton } from '../compare/CompareButton.tsx'
import { ControlBar } from '../controls/ControlBar.tsx'
import { ScenarioChoice } from '../controls/ScenarioChoice.tsx'
import { HopList } from '../hops/HopList.tsx'
import { Tabs } from '../kit/Tabs.tsx'
import { Transport } from '../playback/Transport.tsx'
import { ShareButton } from '../share/ShareButton.tsx'
import { Banners } from './Banners.tsx'
import { Invitation } from './Invitation.tsx'
import { Compare, Detective, Inspector, TimeAxis } from './late-parts.tsx'
import { Preferences } from './Preferences.tsx'
import { TopBar } from './TopBar.tsx'

/** One column: the map stays in view, what one looks at below it is chosen. */
export function NarrowPlay() {
  const comparing = usePlayground(({ compared }) => compared !== null)
  return (
    <>
      <TopBar>
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
      {investigating ? <Detective /> : <Sheets />}
    </main>
  )
}

function Sheets() {
  const { ui } = useMessages()
  const [sheet, setSheet] = useState<'journey' | 'settings' | 'inside'>('journey')
  return (
    <Tabs
      label={ui.shell.settingsLabel}
      tabs={[
        { id: 'journey', label: ui.shell.journey },
        { id: 'settings', label: ui.shell.settings },
        { id: 'inside', label: ui.inspector.label },
      ]}
      chosen={sheet}
      onChoose={setSheet}
    >
      {sheet === 'journey' ? <HopList /> : null}
      {sheet === 'settings' ? <Settings /> : null}
      {sheet === 'inside' ? <Inspector /> : null}
    </Tabs>
  )
}

function Settings() {
  return (
    <>
      <div className="settings-scenario">
        <ScenarioChoice />
      </div>
      <ControlBar />
      <TimeAxis />
      <Preferences />
    </>
  )
}
