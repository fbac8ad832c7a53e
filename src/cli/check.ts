/// <reference types="node" />
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { evaluate } from '../scenario/evaluate.ts'
import { type Judgement, judge } from '../scenario/judge.ts'
import { BadInput, type Command, describeIssue, loadScenario, readArgs } from './command.ts'

export const checkCommand: Command = {
  usage: 'FILE… [--json]                  evaluates every expect:; a folder means its .yaml files',
  async run(args) {
    const { files, options } = readArgs(args, { json: 'boolean' })
    if (files.length === 0) throw new BadInput('a scenario file is needed')
    const judged = (await Promise.all(files.flatMap(scenarioFiles).map(judgeFile))).flat()
    const failed = judged.filter(({ differs }) => differs.length > 0)
    process.stdout.write(
      options.json ? `${JSON.stringify(judged, null, 2)}\n` : report(judged, failed.length),
    )
    return failed.length === 0 ? 0 : 1
  },
}

type Judged = Judgement & { readonly file: string }

async function judgeFile(file: string): Promise<readonly Judged[]> {
  const state = loadScenario(file)
  const evaluation = await evaluate(state)
  const [issue] = evaluation.issues
  if (issue) throw new BadInput(describeIssue(file, issue))
  return judge(state.document, evaluation).map((judgement) => ({ file, ...judgement }))
}

function scenarioFiles(path: string): string[] {
  if (path === '-' || !statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path]
  return readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(path, name))
}

function report(judged: readonly Judged[], failed: number): string {
  const lines = judged.flatMap(({ file, flow, differs }) => [
    `${differs.length === 0 ? 'ok  ' : 'FAIL'} ${file}  ${flow}`,
    ...differs.map(({ field, wanted, got }) => `       ${field}: expected ${wanted}, got ${got}`),
  ])
  return [...lines, `${judged.length - failed} met, ${failed} not met`, ''].join('\n')
}
