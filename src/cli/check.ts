/// <reference types="node" />
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { evaluate } from '../scenario/evaluate.ts'
import type { Evaluation } from '../scenario/evaluation.ts'
import { issueAt } from '../scenario/field-reader.ts'
import { type Judgement, judge } from '../scenario/judge.ts'
import { lineInStream } from '../scenario/manifest-versions.ts'
import {
  BadInput,
  type Command,
  describeAt,
  describeIssue,
  type Loaded,
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
    const refused = checked.flatMap((each) => each.refused)
    const failed = judged.filter(({ differs }) => differs.length > 0)
    // What is wrong with one file keeps nothing from being said of the others.
    if (refused.length < checked.length) {
      process.stdout.write(
        options.json
          ? `${JSON.stringify(judged, null, 2)}\n`
          : report(judged, failed.length, warnings.length),
      )
    }
    for (const warning of warnings) process.stderr.write(`snat check: warning: ${warning}\n`)
    if (refused.length > 0) throw new BadInput(refused.join('\n'))
    return failed.length === 0 ? 0 : 1
  },
}

type Judged = Judgement & { readonly file: string }

interface Checked {
  readonly judged: readonly Judged[]
  /** Each a line, with its place in the file. */
  readonly warnings: readonly string[]
  /** Why the file cannot be judged, all of it; empty where it can. */
  readonly refused: readonly string[]
}

async function checkFile(file: string): Promise<Checked> {
  try {
    const loaded = loadScenario(file)
    const evaluation = await evaluate(loaded.state)
    refuseIssues(loaded, evaluation.issues)
    return {
      judged: judge(loaded.state.document, evaluation).map((each) => ({ file, ...each })),
      warnings: [
        ...refusedManifests(loaded, evaluation.config),
        ...evaluation.warnings.map((warning) => describeAt(loaded, warning)),
      ],
      refused: [],
    }
  } catch (thrown) {
    if (!(thrown instanceof BadInput)) throw thrown
    return { judged: [], warnings: [], refused: [thrown.message] }
  }
}

/** The cluster lives on with what it had, so expectations can be met all the same. */
function refusedManifests(
  { file, text }: Loaded,
  { error }: Evaluation['config'],
): readonly string[] {
  if (error === null) return []
  const line = error.line === null ? null : lineInStream(text, error.line)
  const issue = issueAt('manifests-refused', '', { message: error.text })
  return [describeIssue(file, { ...issue, line, column: error.column })]
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
