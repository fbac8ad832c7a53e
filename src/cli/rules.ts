/// <reference types="node" />

import type { Printout } from '../dataplanes/dataplane.ts'
import { type Counters, countWalks, firstPacketBytes, noCounters } from '../engine/counters.ts'
import type { IpSet, NatTable } from '../engine/rule.ts'
import type { Trace } from '../engine/trace.ts'
import { printIpset } from '../iptables/print-ipset.ts'
import { printList } from '../iptables/print-list.ts'
import { printSave } from '../iptables/print-save.ts'
import type { Family } from '../net/address.ts'
import { evaluate } from '../scenario/evaluate.ts'
import { worldOf } from '../scenario/world-of.ts'
import { BadInput, type Command, loadScenario, readArgs, refuseIssues } from './command.ts'

/** `cilium`: what the dataplane's own commands print on the node. */
const FORMS = ['save', 'list', 'ipset', 'cilium'] as const
type Form = (typeof FORMS)[number]

export const rulesCommand: Command = {
  usage:
    'FILE [--node NAME] [--as save|list|ipset|cilium] [--ipv6] [--counters] [--json]\n' +
    '                                     what the node’s tools would print after the flows of the file',
  async run(args) {
    const { files, options } = readArgs(args, {
      node: 'string',
      as: 'string',
      ipv6: 'boolean',
      counters: 'boolean',
    })
    const [file] = files
    const form = readForm(options.as ?? 'save')
    const loaded = loadScenario(file)
    const { state } = loaded
    const { world, installed, issues } = await worldOf(state)
    refuseIssues(loaded, issues)
    const name = options.node ?? world.topology.nodes[0]?.name ?? ''
    const policy = world.policies.get(name)
    if (!policy) {
      const known = [...world.policies.keys()].join(', ')
      throw new BadInput(`${file}: no node ${name}; there are: ${known || 'none'}`)
    }
    const family: Family = options.ipv6 ? 6 : 4
    const table = family === 6 ? policy.rules.nat6 : policy.rules.nat4
    const traces = (await evaluate(state)).flows.map(({ trace }) => trace)
    const counters = countersOf(traces, name, family)
    if (options.json) {
      process.stdout.write(
        `${JSON.stringify({ node: name, family, ...asJson(table, counters) }, null, 2)}\n`,
      )
    } else {
      const counted = options.counters === true
      process.stdout.write(
        form === 'cilium'
          ? ownCommands(installed.nodes.get(name)?.printouts ?? [])
          : listing(form, table, { counters, counted, sets: policy.rules.sets }),
      )
    }
    return 0
  },
}

function readForm(text: string): Form {
  const form = FORMS.find((candidate) => candidate === text)
  if (form) return form
  throw new BadInput(`--as ${text}: one of ${FORMS.join(', ')}`)
}

/** Each command after a prompt, then what it prints. */
const ownCommands = (printouts: readonly Printout[]): string =>
  printouts.map(({ command, text }) => `# ${command}\n${text}`).join('\n')

interface Listed {
  readonly counters: Counters
  readonly counted: boolean
  readonly sets: readonly IpSet[]
}

function listing(
  form: Exclude<Form, 'cilium'>,
  table: NatTable,
  { counters, counted, sets }: Listed,
): string {
  if (form === 'ipset') return printIpset(sets)
  if (form === 'save') return printSave(table, counted ? counters : undefined)
  const options = { numeric: true, verbose: counted, lineNumbers: true }
  return printList(table, options, counters) ?? ''
}

const asJson = (table: NatTable, { chains, rules }: Counters) => ({
  chains: table.chains.map((chain) => ({
    ...chain,
    counter: chains.get(chain.name) ?? { packets: 0, bytes: 0 },
    rules: chain.rules.map((rule) => ({
      ...rule,
      counter: rules.get(rule.id) ?? { packets: 0, bytes: 0 },
    })),
  })),
})

/** Every flow of the file sent once, in order, as its first packet. */
const countersOf = (traces: readonly Trace[], node: string, family: Family): Counters =>
  traces
    .filter(({ forward }) => forward.hops[0].before.src.includes(':') === (family === 6))
    .reduce((sum, trace) => {
      const walks = trace.forward.hops.flatMap(({ walk }) => walk ?? [])
      const own = [...walks, ...trace.quietWalks].filter((walk) => walk.node === node)
      return countWalks(sum, own, firstPacketBytes(trace.forward.hops[0].before))
    }, noCounters)
