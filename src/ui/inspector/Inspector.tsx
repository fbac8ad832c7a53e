import { lazy, type ReactNode, Suspense, useRef } from 'react'
import { useBeside } from '../../store/beside.ts'
import { editing, useEditing } from '../../store/editing.ts'
import { INSPECTOR_TABS, type InspectorTab, usePlayground } from '../../store/playground.ts'
import { useMessages } from '../../store/reading.ts'
import { chooseTab } from '../../store/view-actions.ts'
import { useNarrow } from '../app/use-narrow.ts'
import { Tabs } from '../kit/Tabs.tsx'
import { fetchThingPanel } from '../studio/fetch-studio.ts'
import { ChainTab } from './ChainTab.tsx'
import { fetchConfigTab } from './fetch-config-tab.ts'
import { PacketTab } from './PacketTab.tsx'
import './inspector.css'

const ConfigTab = lazy(() => fetchConfigTab().then((chunk) => ({ default: chunk.ConfigTab })))

const ThingPanel = lazy(() => fetchThingPanel().then((chunk) => ({ default: chunk.ThingPanel })))

function choose(id: InspectorTab | 'thing'): void {
  editing().setState({ panel: id === 'thing' ? 'thing' : 'inspector' })
  if (id !== 'thing') chooseTab(id)
}

/** What is inside the packet, the rules and the configuration: one tab each. */
export function Inspector() {
  const tab = usePlayground((state) => state.tab)
  const { ui } = useMessages()
  const drawing = useEditing(({ on }) => on)
  const meant = useEditing(({ on, panel }) => on && panel === 'thing')
  const tabs = [
    ...(drawing ? [{ id: 'thing', label: ui.shell.properties } as const] : []),
    ...INSPECTOR_TABS.map((id) => ({ id, label: ui.inspector[id] })),
  ]
  const chosen = meant ? 'thing' : tab
  const configWasOpen = useRef(false)
  const narrow = useNarrow()
  const beside = useBeside() && chosen === 'chain' && !narrow
  configWasOpen.current ||= tab === 'config' || beside
  return (
    <Tabs label={ui.inspector.label} tabs={tabs} chosen={chosen} onChoose={choose}>
      {meant ? (
        <Suspense fallback={<p className="panel-note">{ui.loading}</p>}>
          <ThingPanel />
        </Suspense>
      ) : null}
      {chosen === 'packet' ? <PacketTab /> : null}
      <div className={beside ? 'beside' : 'alone'}>
        {chosen === 'chain' ? (
          <Half>
            <ChainTab />
          </Half>
        ) : null}
        {/* Stays once it was opened: the editor remembers what can be undone. */}
        {configWasOpen.current ? (
          <Half>
            <Suspense fallback={<p className="panel-note">{ui.loading}</p>}>
              <ConfigTab open={chosen === 'config' || beside} beside={beside} />
            </Suspense>
          </Half>
        ) : null}
      </div>
    </Tabs>
  )
}

/** One of two parts that are seen together, or the only one. */
const Half = ({ children }: { readonly children: ReactNode }) => (
  <div className="half">{children}</div>
)
