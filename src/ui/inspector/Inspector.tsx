import { lazy, Suspense, useRef } from 'react'
import { INSPECTOR_TABS, usePlayground } from '../../store/playground.ts'
import { useMessages } from '../../store/reading.ts'
import { chooseTab } from '../../store/view-actions.ts'
import { Tabs } from '../kit/Tabs.tsx'
import { ChainTab } from './ChainTab.tsx'
import { fetchConfigTab } from './fetch-config-tab.ts'
import { PacketTab } from './PacketTab.tsx'
import './inspector.css'

const ConfigTab = lazy(() => fetchConfigTab().then((chunk) => ({ default: chunk.ConfigTab })))

/** What is inside the packet, the rules and the configuration: one tab each. */
export function Inspector() {
  const tab = usePlayground((state) => state.tab)
  const { ui } = useMessages()
  const tabs = INSPECTOR_TABS.map((id) => ({ id, label: ui.inspector[id] }))
  const configWasOpen = useRef(false)
  configWasOpen.current ||= tab === 'config'
  return (
    <Tabs label={ui.inspector.label} tabs={tabs} chosen={tab} onChoose={chooseTab}>
      {tab === 'packet' ? <PacketTab /> : null}
      {tab === 'chain' ? <ChainTab /> : null}
      {/* Stays once it was opened: the editor remembers what can be undone. */}
      {configWasOpen.current ? (
        <Suspense fallback={<p className="panel-note">{ui.loading}</p>}>
          <ConfigTab open={tab === 'config'} />
        </Suspense>
      ) : null}
    </Tabs>
  )
}
