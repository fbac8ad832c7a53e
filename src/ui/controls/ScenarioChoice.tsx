import { useId, useState } from 'react'
import { BUILTIN_GROUPS, BUILTIN_NAMES } from '../../scenario/builtins.ts'
import { usePlayground } from '../../store/playground.ts'
import { useMessages } from '../../store/reading.ts'
import { openBuiltin } from '../../store/scenario-actions.ts'
import { fetchStudioStart } from '../studio/fetch-studio.ts'

const OWN = ''
const EMPTY = ' '

async function openEmpty(): Promise<void> {
  const { openEmptyCanvas } = await fetchStudioStart()
  openEmptyCanvas()
}

/** The built-in scenarios by title, in groups; a scenario that came from elsewhere is shown by its own. */
export function ScenarioChoice() {
  const { ui } = useMessages()
  const id = useId()
  const { name, title } = usePlayground((state) => state.scenario.document.metadata)
  const { builtins, builtinGroups } = ui.panels.controls
  // Shown at once: arrow keys go on from it before its file is here.
  const [wanted, want] = useState<string | null>(null)
  const choose = async (next: string) => {
    want(next)
    await (next === EMPTY ? openEmpty() : openBuiltin(next))
    want((now) => (now === next ? null : now))
  }
  // As an empty canvas is called (scenario/studio/empty-scenario.ts).
  const ownName = name === 'own-scenario' ? ui.shell.ownScenario : name
  const builtin = BUILTIN_NAMES.some((each) => each === name)
  return (
    <span className="choice scenario-choice">
      <label htmlFor={id} className="sr-only">
        {ui.scenario.choose}
      </label>
      <select
        id={id}
        value={wanted ?? (builtin ? name : OWN)}
        onChange={(event) => void choose(event.target.value)}
      >
        {builtin ? null : <option value={OWN}>{title ?? ownName}</option>}
        {BUILTIN_GROUPS.map(({ id: group, names }) => (
          <optgroup key={group} label={builtinGroups[group]}>
            {names.map((each) => (
              <option key={each} value={each}>
                {builtins[each]}
              </option>
            ))}
          </optgroup>
        ))}
        <option value={EMPTY}>{ui.shell.emptyCanvas}</option>
      </select>
    </span>
  )
}
