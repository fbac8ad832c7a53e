import { useId, useState } from 'react'
import { sentenceFor } from '../../i18n/messages.ts'
import type { Issue } from '../../scenario/issue.ts'
import {
  type Destination,
  readDestination,
  writeDestination,
} from '../../scenario/read-destination.ts'
import type { FlowSpec } from '../../scenario/state.ts'
import { useOwnerOf } from '../../store/owners.ts'
import { usePlayground } from '../../store/playground.ts'
import { useEvaluation, useMessages } from '../../store/reading.ts'
import { Spoken } from '../kit/Spoken.tsx'
import { knownDestinations } from './known-destinations.ts'

/** A free field for an address or a name, with the scenario's own destinations to choose from. */
export function DestinationField({
  flow,
  onSend,
}: {
  readonly flow: FlowSpec
  readonly onSend: (destination: Destination) => void
}) {
  const { ui } = useMessages()
  const id = useId()
  const known = usePlayground((state) => state.scenario.document)
  const { text, type, send } = useTyped(flow, onSend)
  const issues = useFlowIssues()
  const destinations = knownDestinations(known)
  return (
    <span className="destination">
      <form
        className="destination-box"
        data-wrong={issues.length > 0 || undefined}
        onSubmit={(event) => {
          event.preventDefault()
          send(text)
        }}
      >
        <input
          aria-label={ui.flow.to}
          aria-invalid={issues.length > 0}
          aria-describedby={`${id}-hint ${id}-issues`}
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
      <span id={`${id}-hint`} className="sr-only">
        {ui.panels.controls.destinationHint}
      </span>
      <FlowIssues id={`${id}-issues`} issues={issues} />
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

/** Trouble with the flow itself, wherever in it. */
function useFlowIssues(): readonly Issue[] {
  const issues = useEvaluation()?.issues ?? []
  return issues.filter(({ path }) => path.startsWith('flow.'))
}

function FlowIssues({ id, issues }: { readonly id: string; readonly issues: readonly Issue[] }) {
  const { issues: table } = useMessages()
  const ownerOf = useOwnerOf()
  return (
    <span id={id} className="flow-issues" role="alert">
      {issues.map((issue) => (
        <span key={`${issue.path} ${issue.code}`}>
          <Spoken sentence={sentenceFor<Issue, 'code'>(table, 'code', issue)} ownerOf={ownerOf} />
        </span>
      ))}
    </span>
  )
}
