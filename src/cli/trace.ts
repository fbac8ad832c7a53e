import { evaluate } from '../scenario/evaluate.ts'
import {
  BadInput,
  type Command,
  describeAt,
  loadScenario,
  readArgs,
  refuseIssues,
} from './command.ts'
import { traceText } from './trace-text.ts'

export const traceCommand: Command = {
  usage:
    'FILE [--flow NAME] [--json]     the trace of each flow, hop by hop, rule by rule; warnings go to stderr',
  async run(args) {
    const { files, options } = readArgs(args, { flow: 'string', json: 'boolean' })
    const loaded = loadScenario(files[0])
    const { flows, issues, warnings } = await evaluate(loaded.state)
    refuseIssues(loaded, issues)
    const chosen = flows.filter(({ name }) => options.flow === undefined || name === options.flow)
    if (chosen.length === 0) {
      const known = flows.map(({ name }) => name).join(', ')
      throw new BadInput(
        `${loaded.file}: no flow ${options.flow ?? ''}; there are: ${known || 'none'}`,
      )
    }
    const traces = chosen.map(({ trace }) => trace)
    process.stdout.write(
      options.json ? `${JSON.stringify(traces, null, 2)}\n` : traces.map(traceText).join('\n'),
    )
    for (const warning of warnings) {
      process.stderr.write(`snat trace: warning: ${describeAt(loaded, warning)}\n`)
    }
    return 0
  },
}
