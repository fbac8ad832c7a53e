import { page, usePage } from '../../store/page.ts'
import { useMessages } from '../../store/reading.ts'
import { ControlBar } from '../controls/ControlBar.tsx'
import { ScenarioChoice } from '../controls/ScenarioChoice.tsx'
import { HopList } from '../hops/HopList.tsx'
import { Tabs } from '../kit/Tabs.tsx'
import { Inspector, TimeAxis } from './late-parts.tsx'
import { Preferences } from './Preferences.tsx'

/** Below the map of a narrow page: the journey, what can be set, or what is inside. */
export function Sheets() {
  const { ui } = useMessages()
  const sheet = usePage((state) => state.sheet)
  return (
    <Tabs
      label={ui.shell.settingsLabel}
      tabs={[
        { id: 'journey', label: ui.shell.journey },
        { id: 'settings', label: ui.shell.settings },
        { id: 'inside', label: ui.inspector.label },
      ]}
      chosen={sheet}
      onChoose={(chosen) => page().setState({ sheet: chosen })}
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
