import { lazy, Suspense, useId } from 'react'
import { page, usePage } from '../../store/page.ts'
import { usePlayground } from '../../store/playground.ts'
import { useMessages } from '../../store/reading.ts'
import { fetchFlowList } from '../flows/fetch-flows.ts'
import { DataplaneChoice } from './DataplaneChoice.tsx'
import { Switches } from './Switches.tsx'
import './control-bar.css'

/** Written into after the first packet: in a chunk of its own, fetched while the map is being drawn. */
const flow = import('./FlowField.tsx')

const FlowField = lazy(() => flow.then((chunk) => ({ default: chunk.FlowField })))
const FlowList = lazy(() => fetchFlowList().then((chunk) => ({ default: chunk.FlowList })))

/** Everything that can be set before a packet is sent, in one line of words. */
export function ControlBar() {
  const { ui } = useMessages()
  const list = useId()
  const open = usePage(({ flows }) => flows)
  return (
    <section className="control-bar" aria-label={ui.switches.label}>
      <ClusterSettings />
      <Suspense fallback={<div className="flow-space" />}>
        <FlowField list={list} listed={open} onList={() => page().setState({ flows: !open })} />
      </Suspense>
      {open ? (
        <Suspense>
          <FlowList id={list} />
        </Suspense>
      ) : null}
    </section>
  )
}

/** Of the first cluster: the manifests in the editor are its own too. Of several it says so. */
function ClusterSettings() {
  const { ui } = useMessages()
  const count = usePlayground(({ scenario }) => scenario.document.clusters.length)
  const name = usePlayground(({ scenario }) => scenario.document.clusters[0]?.name)
  if (name === undefined) return <p className="control-note">{ui.switches.noCluster}</p>
  return (
    <>
      {count > 1 ? <p className="control-note">{ui.switches.ofCluster(name)}</p> : null}
      <DataplaneChoice />
      <Switches />
    </>
  )
}
