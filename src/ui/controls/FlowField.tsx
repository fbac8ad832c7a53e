import type { FlowSpec } from '../../scenario/state.ts'
import { playground, usePlayground } from '../../store/playground.ts'
import { useMessages } from '../../store/reading.ts'
import { sendFlow } from '../../store/scenario-actions.ts'
import { Choice } from '../kit/Choice.tsx'
import { DestinationField } from './DestinationField.tsx'
import { flowTo } from './known-destinations.ts'
import { SenderChoice } from './SenderChoice.tsx'

const PROTOCOLS = ['tcp', 'udp', 'icmp', 'sctp'] as const

/** Who sends what to whom. */
export function FlowField() {
  const { ui } = useMessages()
  const flow = usePlayground((state) => state.scenario.flow)
  return (
    <fieldset className="flow">
      <legend>{ui.flow.label}</legend>
      <SenderChoice chosen={flow.from} onChoose={(from) => send({ ...flow, from })} />
      <span aria-hidden="true">→</span>
      <DestinationField
        flow={flow}
        onSend={({ to, port }) => {
          const { port: _, ...rest } = flow
          send({ ...rest, to, ...(port === undefined ? {} : { port }) })
        }}
      />
      <Choice
        label={ui.flow.protocol}
        options={PROTOCOLS.map((id) => ({ id, label: id }))}
        chosen={flow.protocol}
        onChoose={(protocol) => {
          const { port: _, ...rest } = flow
          send(protocol === 'icmp' ? { ...rest, protocol } : { ...flow, protocol })
        }}
      />
    </fieldset>
  )
}

function send(flow: FlowSpec): void {
  sendFlow(flowTo(playground().getState().scenario.document, flow))
}
