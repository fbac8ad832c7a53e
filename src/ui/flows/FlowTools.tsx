import { useId } from 'react'
import type { FlowsWords } from '../../i18n/flows-words.ts'
import { indexOfChosen } from '../../store/chosen-flow.ts'
import {
  duplicateFlow,
  keepFlow,
  moveFlow,
  removeFlow,
  renameFlow,
} from '../../store/flow-actions.ts'
import { refusedName, turnedRound } from '../../store/flow-list.ts'
import { usePlayground } from '../../store/playground.ts'
import { sendFlow } from '../../store/scenario-actions.ts'
import { Button } from '../kit/Button.tsx'
import { useWritten } from '../settings/use-written.ts'

/** What can be done with the chosen flow. */
export function FlowTools({ words }: { readonly words: FlowsWords }) {
  const scenario = usePlayground((state) => state.scenario)
  const { acts } = words
  const at = indexOfChosen(scenario)
  const round = turnedRound(scenario)
  const last = scenario.document.flows.length - 1
  return (
    <fieldset>
      <legend className="sr-only">{words.chosen}</legend>
      {at === -1 ? (
        <Button onClick={keepFlow}>{acts.keep}</Button>
      ) : (
        <>
          <NameField words={words} />
          <Button look="quiet" onClick={duplicateFlow}>
            {acts.duplicate}
          </Button>
        </>
      )}
      <Button look="quiet" disabled={round === null} onClick={() => round && sendFlow(round)}>
        {acts.reverse}
      </Button>
      <Button look="quiet" onClick={removeFlow}>
        {acts.remove}
      </Button>
      {at === -1 ? null : (
        <>
          <Button look="quiet" disabled={at === 0} onClick={() => moveFlow(-1)}>
            {acts.up}
          </Button>
          <Button look="quiet" disabled={at === last} onClick={() => moveFlow(1)}>
            {acts.down}
          </Button>
        </>
      )}
    </fieldset>
  )
}

/** A name that cannot be is not written, and says why. */
function NameField({ words }: { readonly words: FlowsWords }) {
  const id = useId()
  const scenario = usePlayground((state) => state.scenario)
  const { text, type, write, giveUp } = useWritten(scenario.flow.name, renameFlow)
  const refused = refusedName(scenario, text)
  const done = () => {
    if (refused === null) write()
  }
  return (
    <span className="flow-name">
      <label htmlFor={id}>{words.name}</label>
      <input
        id={id}
        value={text}
        aria-invalid={refused !== null}
        aria-describedby={refused === null ? undefined : `${id}-refused`}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={(event) => type(event.target.value)}
        onBlur={done}
        onKeyDown={(event) => {
          if (event.key === 'Enter') done()
          if (event.key === 'Escape') giveUp()
        }}
      />
      {refused === null ? null : (
        <small id={`${id}-refused`} role="alert">
          {words.refused[refused]}
        </small>
      )}
    </span>
  )
}
