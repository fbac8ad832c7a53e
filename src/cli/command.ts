/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { en } from '../i18n/en.ts'
import { sentenceFor } from '../i18n/messages.ts'
import { plain } from '../i18n/sentence.ts'
import type { Issue } from '../scenario/issue.ts'
import { locatePath } from '../scenario/locate-path.ts'
import { readScenario } from '../scenario/read-scenario.ts'
import type { ScenarioState } from '../scenario/state.ts'

export interface Command {
  /** Its arguments, for the list of commands. */
  readonly usage: string
  /** Answers with the exit code. */
  readonly run: (args: readonly string[]) => Promise<number> | number
}

/** What a person gave cannot be used: one clear line for stderr, exit code 2. */
export class BadInput extends Error {
  override readonly name = 'BadInput'
}

/** Options and files of a command line; an unknown option is bad input. */
export function readArgs<const O extends Record<string, 'string' | 'boolean'>>(
  args: readonly string[],
  options: O,
): {
  readonly files: readonly string[]
  readonly options: { readonly json?: boolean } & {
    readonly [K in keyof O]?: O[K] extends 'string' ? string : boolean
  }
} {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries(
        Object.entries({ ...options, json: 'boolean' as const }).map(([name, type]) => [
          name,
          { type },
        ]),
      ),
    })
    return { files: positionals, options: values as { [K in keyof O]?: never } }
  } catch (thrown) {
    throw new BadInput(thrown instanceof Error ? thrown.message : String(thrown))
  }
}

/** The text of a file, or of standard input for `-`. */
export function readText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (thrown) {
    throw new BadInput(`${file}: ${thrown instanceof Error ? thrown.message : String(thrown)}`)
  }
}

/** A scenario with the file and the text that it was read from. */
export interface Loaded {
  readonly file: string
  readonly text: string
  readonly state: ScenarioState
}

export function loadScenario(file: string | undefined): Loaded {
  if (file === undefined) throw new BadInput('a scenario file is needed')
  const text = readText(file)
  const read = readScenario(text)
  if (read.ok) return { file, text, state: read.value }
  throw new BadInput(read.error.map((issue) => describeIssue(file, issue)).join('\n'))
}

/** Each issue on a line of its own; none is no bad input. */
export function refuseIssues(loaded: Loaded, issues: readonly Issue[]): void {
  if (issues.length === 0) return
  throw new BadInput(issues.map((issue) => describeAt(loaded, issue)).join('\n'))
}

/** `file:line:column: path: sentence`, with the place looked up in the file where the issue has none. */
export function describeAt({ file, text }: Loaded, issue: Issue): string {
  const found = issue.line === null ? locatePath(text, issue.path) : null
  return describeIssue(file, { ...issue, ...found })
}

/** `file:line:column: path: sentence` */
export function describeIssue(file: string, issue: Issue): string {
  const place = [file, issue.line, issue.column].filter((part) => part !== null).join(':')
  const sentence = plain(sentenceFor<Issue, 'code'>(en.issues, 'code', issue))
  // Most sentences begin with the path themselves.
  const path = sentence.includes(issue.path) ? '' : issue.path
  return [place, path, sentence].filter(Boolean).join(': ')
}
