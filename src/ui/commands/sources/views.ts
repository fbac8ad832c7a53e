import { compareDataplanes, stopComparing } from '../../../store/comparing.ts'
import { editing } from '../../../store/editing.ts'
import { investigate } from '../../../store/investigation.ts'
import { showDialog } from '../../../store/page.ts'
import { INSPECTOR_TABS } from '../../../store/playground.ts'
import { traceOf } from '../../../store/run.ts'
import { chooseTab, dismissInvitation } from '../../../store/view-actions.ts'
import type { Command, CommandContext, CommandSource } from '../command.ts'
import { showMap, showSheet } from '../show-sheet.ts'

/** Panels, tabs and dialogs. */
export const viewCommands: CommandSource = (context) => [
  ...whatOfIt(context),
  ...tabs(context),
  compare(context),
  {
    id: 'share',
    group: 'views',
    label: context.messages.ui.share.open,
    also: `${context.english.ui.share.open} ${context.english.ui.share.link}`,
    run: () => showDialog('share'),
  },
]

/** Where a packet was sent: why it fares so, and what others must let in. */
function whatOfIt({ state, detective }: CommandContext): readonly Command[] {
  const trace = traceOf(state.run)
  if (trace === null) return []
  const fails = trace.outcome.kind !== 'delivered'
  return [
    {
      id: 'detective',
      group: 'views',
      label: fails ? detective.open : detective.compare,
      also: 'why fails find fixes detective compare Pod and node',
      run: () => {
        dismissInvitation()
        showMap()
        investigate(true)
      },
    },
    {
      id: 'arrivals',
      group: 'views',
      label: detective.allow,
      also: 'what must firewalls allow list',
      run: () => {
        investigate(false)
        showSheet('journey')
        showDialog('arrivals')
      },
    },
  ]
}

const tabs = ({ messages, english, guide }: CommandContext): readonly Command[] => [
  ...INSPECTOR_TABS.map((id) => ({
    id: `tab ${id}`,
    group: 'views' as const,
    label: guide.commands.openTab(messages.ui.inspector[id]),
    also: `open ${english.ui.inspector[id]}`,
    run: () => {
      investigate(false)
      editing().setState({ panel: 'inspector' })
      chooseTab(id)
      showSheet('inside', '.tabs.inspector [role="tab"][aria-selected="true"]')
    },
  })),
  {
    id: 'journey',
    group: 'views',
    label: guide.commands.openTab(messages.ui.shell.journey),
    also: `open ${english.ui.shell.journey} hops steps`,
    run: () => {
      investigate(false)
      showSheet('journey', '.hop-name')
    },
  },
]

const compare = ({ state, messages, english, guide }: CommandContext): Command => ({
  id: 'compare',
  group: 'views',
  label: state.compared === null ? messages.ui.compare : guide.commands.stopComparing,
  also: `${english.ui.compare} dataplanes`,
  run: () => (state.compared === null ? compareDataplanes(null) : stopComparing()),
})
