import { useId, useState } from 'react'
import {
  type Destination,
  readDestination,
  writeDestination,
} from '../../scenario/read-destination.ts'
import type { FlowSpec } from '../../scenario/state.ts'
import { usePlayground } from '../../store/playground.ts'
import { useMessages } from '../../store/reading.ts'
import { knownDestinations } from './known-destinations.ts'

/** A free field for an address or a name, with the scenario's own destinations to choose from. */
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
  const known = usePlayground((state) => state.scenario.document)
  const { text, type, send } = useTyped(flow, onSend)
  const destinations = knownDestinations(known)
  return (
    <span className="destination">
      <form
        className="destination-box"
        data-wrong={troubles !== null || undefined}
        onSubmit={(event) => {
          event.preventDefault()
          send(text)
        }}
      >
        <input
          aria-label={ui.flow.to}
          aria-invalid={troubles !== null}
          aria-describedby={troubles === null ? hint : `${troubles} ${hint}`}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="send"
          title={ui.panels.controls.destinationHint}
          value={text}
          onChange={(event) => type(event.target.value)}
          onBlur={() => send(text)}
        />
        <select
          aria-label={ui.panels.controls.known}
          value={destinations.some((each) => each.text === text) ? text : ''}
          onChange={(event) => send(event.target.value)}
        >
          <option value="" disabled>
            {ui.panels.controls.otherDestination}
          </option>
          {destinations.map((each) => (
            <option key={each.text} value={each.text}>
              {each.text} {each.name}
            </option>
          ))}
        </select>
      </form>
      <span id={hint} className="sr-only">
        {ui.panels.controls.destinationHint}
      </span>
    </span>
  )
}

/** What was typed stays as typed, for as long as it says the same as the flow that was sent. */
function useTyped(flow: FlowSpec, onSend: (destination: Destination) => void) {
  const [typed, setTyped] = useState<{ readonly text: string; readonly over: FlowSpec } | null>(
    null,
  )
  const fresh = typed !== null && typed.over === flow
  const text = fresh || says(typed?.text, flow) ? (typed?.text ?? '') : writeDestination(flow)
  return {
    text,
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
