import { BUILTIN_NAMES } from '../../../scenario/builtins.ts'
import { openBuiltin } from '../../../store/scenario-actions.ts'
import { fetchStudioStart } from '../../studio/fetch-studio.ts'
import type { CommandSource } from '../command.ts'

/** Every built-in scenario, and the empty canvas. */
export const scenarioCommands: CommandSource = ({ messages, english }) => [
  ...BUILTIN_NAMES.map((name) => ({
    id: `scenario ${name}`,
    group: 'scenarios' as const,
    label: messages.ui.panels.controls.builtins[name],
    also: `${english.ui.panels.controls.builtins[name]} ${name}`,
    run: () => void openBuiltin(name),
  })),
  {
    id: 'scenario',
    group: 'scenarios',
    label: messages.ui.shell.emptyCanvas,
    also: english.ui.shell.emptyCanvas,
    run: () => void fetchStudioStart().then(({ openEmptyCanvas }) => openEmptyCanvas()),
  },
]
