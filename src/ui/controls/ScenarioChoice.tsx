import { BUILTINS } from '../../scenario/builtins.ts'
import { usePlayground } from '../../store/playground.ts'
import { useMessages } from '../../store/reading.ts'
import { openScenario } from '../../store/scenario-actions.ts'
import { Choice } from '../kit/Choice.tsx'

const OWN = ''

/** The built-in scenarios by title; a scenario that came from elsewhere is shown by its own. */
export function ScenarioChoice() {
  const { ui } = useMessages()
  const { name, title } = usePlayground((state) => state.scenario.document.metadata)
  const words = ui.panels.controls
  const titles: Readonly<Record<string, string>> = words.builtins
  const builtin = BUILTINS.some(({ document }) => document.metadata.name === name)
  const options = BUILTINS.map(({ document: { metadata } }) => ({
    id: metadata.name,
    label: titles[metadata.name] ?? metadata.title ?? metadata.name,
  }))
  return (
    <Choice
      label={ui.scenario.choose}
      options={builtin ? options : [{ id: OWN, label: title ?? name }, ...options]}
      chosen={builtin ? name : OWN}
      onChoose={(id) => {
        const chosen = BUILTINS.find(({ document }) => document.metadata.name === id)
        if (chosen !== undefined) openScenario(chosen)
      }}
    />
  )
}
