import { evaluate } from '../scenario/evaluate.ts'
import type { ClusterCheck } from '../scenario/probe/cluster-checks.ts'
import { linesAt, type ProbeReport, type Since, type ToolPrint } from '../scenario/probe/printed.ts'
import { checksOn, placesToProbe, probe } from '../scenario/probe/probe.ts'
import { parseSpot } from '../scenario/probe/spot.ts'
import type { ScenarioState } from '../scenario/state.ts'
import {
  BadInput,
  type Command,
  type Loaded,
  loadScenario,
  readArgs,
  refuseIssues,
} from './command.ts'

export const probeCommand: Command = {
  usage:
    'FILE (--at PLACE [--tool NAME] [--hop N] [--after FLOW,…] | --checks) [--flow NAME] [--json]     what the tools print at node:N, pod:P,node:N (a link) or node:N/CHAIN; or the commands that check the flow on a real cluster',
  async run(args) {
    const { files, options } = readArgs(args, {
      after: 'string',
      at: 'string',
      checks: 'boolean',
      flow: 'string',
      hop: 'string',
      json: 'boolean',
      tool: 'string',
    })
    const loaded = loadScenario(files[0])
    const state = { ...loaded.state, flow: flowOf(loaded, options.flow) }
    refuseIssues(loaded, (await evaluate(state)).issues)
    if (options.checks) {
      print(options.json, await checksOn(state), checkText)
      return 0
    }
    const { tools } = await reportAt(loaded, state, options)
    const now = pointOf(loaded, options.hop)
    const chosen = tools.filter(({ tool }) => options.tool === undefined || tool === options.tool)
    if (chosen.length === 0) {
      const known = [...new Set(tools.map(({ tool }) => tool))].join(', ')
      throw new BadInput(
        `${loaded.file}: no tool ${options.tool} at ${options.at}; there are: ${known}`,
      )
    }
    print(options.json, chosen, (tool) => printText(tool, now))
    return 0
  },
}

/** The flow of that name; the first where none is asked for. */
function flowOf({ file, state: { document } }: Loaded, name: string | undefined) {
  const flow = document.flows.find((each) => name === undefined || each.name === name)
  if (flow) return flow
  const known = document.flows.map((each) => each.name).join(', ')
  throw new BadInput(`${file}: no flow ${name ?? ''}; there are: ${known || 'none'}`)
}

async function reportAt(
  { file }: Loaded,
  state: ScenarioState,
  { at, after }: { readonly at?: string; readonly after?: string },
): Promise<ProbeReport> {
  const [report] = await probe(state, {
    spots: [parseSpot(at ?? '')],
    before: after?.split(',') ?? [],
  })
  if (report && report.tools.length > 0) return report
  const known = (await placesToProbe(state)).join(' ')
  throw new BadInput(`${file}: nothing to probe at ${at ?? '(no --at)'}; there are: ${known}`)
}

/** Once the hop of that number, counted from 1 over both ways, is done; without one at the end. */
function pointOf({ file }: Loaded, hop: string | undefined): Since {
  if (hop === undefined) return { hop: Number.POSITIVE_INFINITY, step: null }
  if (!/^[1-9]\d*$/.test(hop))
    throw new BadInput(`${file}: --hop takes a number from 1, not ${hop}`)
  return { hop: Number(hop) - 1, step: null }
}

function print<T>(json: boolean | undefined, all: readonly T[], textOf: (one: T) => string): void {
  process.stdout.write(json ? `${JSON.stringify(all, null, 2)}\n` : all.map(textOf).join('\n'))
}

/** The command behind its prompt, and what it has printed by then. */
const printText = ({ on, command, lines }: ToolPrint, now: Since): string =>
  terminal(
    promptOf(on),
    command,
    linesAt(lines, now).map(({ text }) => text),
  )

const checkText = ({ on, typed, command, prints }: ClusterCheck): string =>
  terminal(typed === command ? promptOf(on) : '$', typed, prints)

const promptOf = ({ kind, name }: ToolPrint['on']): string =>
  kind === 'workstation' ? '$' : `${name}#`

const terminal = (prompt: string, command: string, lines: readonly string[]): string =>
  [`${prompt} ${command}`, ...lines, ''].join('\n')
