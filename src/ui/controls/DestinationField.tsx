import { useId, useState } from 'react'
import {
  type Destination,
  readDestination,
  writeDestination,
} from '../../scenario/read-destination.ts'
import type { FlowSpec } from '../../scenario/state.ts'
import { useMessages } from '../../store/reading.ts'
import { ThingField } from './ThingField.tsx'

/** A free field for an address or a name, with what is known on the map behind it. */
export function DestinationField({
  flow,
  troubles,
  onSend,
}: {
  readonly flow: FlowSpec
  /** Id of the element that says what is wrong, null where nothing is. */
  readonly troubles: string | null
  readonly onSend: (destination: Destination) => void
}) {
  const { ui } = useMessages()
  const hint = useId()
  const { text, fresh, type, send } = useTyped(flow, onSend)
  return (
    <ThingField
      of="destinations"
      label={ui.flow.to}
      text={text}
      typed={fresh}
      describedBy={troubles === null ? hint : `${troubles} ${hint}`}
      wrong={troubles !== null}
      title={ui.panels.controls.destinationHint}
      onType={type}
      onSend={send}
    >
      <span id={hint} className="sr-only">
        {ui.panels.controls.destinationHint}
      </span>
    </ThingField>
  )
}

/** What was typed stays as typed, for as long as it says the same as the flow that was sent. */
function useTyped(flow: FlowSpec, onSend: (destination: Destination) => void) {
  const [typed, setTyped] = useState<{ readonly text: string; readonly over: FlowSpec } | null>(
    null,
  )
  const standing = writeDestination(flow)
  const fresh = typed !== null && typed.over === flow && typed.text !== standing
  const text = fresh || says(typed?.text, flow) ? (typed?.text ?? '') : standing
  return {
    text,
    fresh: fresh && !says(typed.text, flow),
    type: (next: string) => setTyped({ text: next, over: flow }),
    send: (next: string) => {
      setTyped({ text: next, over: flow })
      if (!says(next, flow)) onSend(readDestination(next))
    },
  }
}

function says(text: string | undefined, flow: FlowSpec): boolean {
  if (text === undefined) return false
  const { to, port } = readDestination(text)
  return to === flow.to && port === flow.port
}
