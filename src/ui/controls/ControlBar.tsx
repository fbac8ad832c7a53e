import { useMessages } from '../../store/reading.ts'
import { DataplaneChoice } from './DataplaneChoice.tsx'
import { FlowField } from './FlowField.tsx'
import { Switches } from './Switches.tsx'
import './control-bar.css'

/** Everything that can be set before a packet is sent, in one line of words. */
export function ControlBar() {
  const { ui } = useMessages()
  return (
    <section className="control-bar" aria-label={ui.switches.label}>
      <DataplaneChoice />
      <Switches />
      <FlowField />
    </section>
  )
}
