import { readDestination } from '../../../scenario/read-destination.ts'
import { addFlow, chooseFlow } from '../../../store/flow-actions.ts'
import { page } from '../../../store/page.ts'
import { sendFlow } from '../../../store/scenario-actions.ts'
import { knownDestinations, knownSenders } from '../../flows/known-things.ts'
import type { Command, CommandContext, CommandSource } from '../command.ts'
import { showSheet } from '../show-sheet.ts'

/** Which flow is sent, from whom and to whom. */
export const flowCommands: CommandSource = (context) => [
  ...listedFlows(context),
  ...fields(context),
  ...senders(context),
  ...destinations(context),
]

const listedFlows = ({ state, guide }: CommandContext): readonly Command[] =>
  state.scenario.document.flows.map(({ name, from, to }) => ({
    id: `flow ${name}`,
    group: 'flow',
    label: guide.commands.chooseFlow(name),
    also: 'flow',
    note: `${from} → ${to}`,
    run: () => chooseFlow(name),
  }))

const fields = ({ guide: { commands } }: CommandContext): readonly Command[] => [
  {
    id: 'flows',
    group: 'flow',
    label: commands.listFlows,
    also: 'list of flows',
    run: () => {
      page().setState({ flows: true })
      showSheet('settings', '.flows-button')
    },
  },
  { id: 'add-flow', group: 'flow', label: commands.addFlow, also: 'add flow', run: addFlow },
  {
    id: 'write-sender',
    group: 'flow',
    label: commands.writeSender,
    also: 'sender source from',
    run: () => showSheet('settings', '[data-of="senders"] input'),
  },
  {
    id: 'write-destination',
    group: 'flow',
    label: commands.writeDestination,
    also: 'destination to',
    run: () => showSheet('settings', '[data-of="destinations"] input'),
  },
]

const senders = ({ state, guide }: CommandContext): readonly Command[] =>
  knownSenders(state.scenario.document).map(({ text, name, address }) => ({
    id: `from ${text} ${address}`,
    group: 'flow',
    label: guide.commands.sendFrom(name),
    also: `send from ${text} ${address}`,
    note: address,
    run: () => sendFlow({ ...state.scenario.flow, from: text }),
  }))

const destinations = ({ state, guide }: CommandContext): readonly Command[] => {
  const { document, flow } = state.scenario
  return knownDestinations(document, flow.port).map(({ text, name, address, detail }) => ({
    id: `to ${text} ${address} ${detail}`,
    group: 'flow',
    label: guide.commands.sendTo(text),
    also: `send to ${name} ${address} ${detail}`,
    note: address,
    run: () => {
      const { port: _, ...rest } = flow
      const { to, port } = readDestination(text)
      sendFlow({ ...rest, to, ...(port === undefined ? {} : { port }) })
    },
  }))
}
