/// <reference types="node" />
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { evaluate } from '../scenario/evaluate.ts'
import { type Judgement, judge } from '../scenario/judge.ts'
import {
  BadInput,
  type Command,
  describeAt,
  loadScenario,
  readArgs,
  refuseIssues,
} from './command.ts'

export const checkCommand: Command = {
  usage: 'FILE… [--json]                  evaluates every expect:; a folder means its .yaml files',
  async run(args) {
    const { files, options } = readArgs(args, { json: 'boolean' })
    if (files.length === 0) throw new BadInput('a scenario file is needed')
    const checked = await Promise.all(files.flatMap(scenarioFiles).map(checkFile))
    const judged = checked.flatMap((each) => each.judged)
    const warnings = checked.flatMap((each) => each.warnings)
    const failed = judged.filter(({ differs }) => differs.length > 0)
    process.stdout.write(
      options.json
        ? `${JSON.stringify(judged, null, 2)}\n`
        : report(judged, failed.length, warnings.length),
    )
    for (const warning of warnings) process.stderr.write(`snat check: warning: ${warning}\n`)
    return failed.length === 0 ? 0 : 1
  },
}

type Judged = Judgement & { readonly file: string }

interface Checked {
  readonly judged: readonly Judged[]
  /** Each a line, with its place in the file. */
  readonly warnings: readonly string[]
}

async function checkFile(file: string): Promise<Checked> {
  const loaded = loadScenario(file)
  const evaluation = await evaluate(loaded.state)
  refuseIssues(loaded, evaluation.issues)
  return {
    judged: judge(loaded.state.document, evaluation).map((each) => ({ file, ...each })),
    warnings: evaluation.warnings.map((warning) => describeAt(loaded, warning)),
  }
}

function scenarioFiles(path: string): string[] {
  if (path === '-' || !statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path]
  return readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(path, name))
}

function report(judged: readonly Judged[], failed: number, warnings: number): string {
  const lines = judged.flatMap(({ file, flow, differs }) => [
    `${differs.length === 0 ? 'ok  ' : 'FAIL'} ${file}  ${flow}`,
    ...differs.map(({ field, wanted, got }) => `       ${field}: expected ${wanted}, got ${got}`),
  ])
  const told = warnings > 0 ? `, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}` : ''
  return [...lines, `${judged.length - failed} met, ${failed} not met${told}`, ''].join('\n')
}
