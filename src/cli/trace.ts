import { evaluate } from '../scenario/evaluate.ts'
import { BadInput, type Command, describeIssue, loadScenario, readArgs } from './command.ts'
import { traceText } from './trace-text.ts'

export const traceCommand: Command = {
  usage: 'FILE [--flow NAME] [--json]     the trace of each flow, hop by hop, rule by rule',
  async run(args) {
    const { files, options } = readArgs(args, { flow: 'string', json: 'boolean' })
    const [file] = files
    const { flows, issues } = await evaluate(loadScenario(file))
    const [issue] = issues
    if (issue) throw new BadInput(describeIssue(file ?? '', issue))
    const chosen = flows.filter(({ name }) => options.flow === undefined || name === options.flow)
    if (chosen.length === 0) {
      const known = flows.map(({ name }) => name).join(', ')
      throw new BadInput(`${file}: no flow ${options.flow ?? ''}; there are: ${known || 'none'}`)
    }
    const traces = chosen.map(({ trace }) => trace)
    process.stdout.write(
      options.json ? `${JSON.stringify(traces, null, 2)}\n` : traces.map(traceText).join('\n'),
    )
    return 0
  },
}
