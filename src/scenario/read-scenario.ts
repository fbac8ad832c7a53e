import * as v from 'valibot'
import { type Document, LineCounter, parseDocument } from 'yaml'
import { err, ok, type Result } from '../net/result.ts'
import { scenarioSchema } from './document.ts'
import { issueAt } from './field-reader.ts'
import type { Issue } from './issue.ts'
import { kindOf, type Part, splitStream } from './manifest-parts.ts'
import { manifestsOf } from './manifest-versions.ts'
import { tooDeep } from './nesting.ts'
import { plainOf } from './plain-yaml.ts'
import { schemaIssue } from './schema-issue.ts'
import type { ScenarioState } from './state.ts'

/**
 * One YAML stream to a scenario's state: a `Scenario` document and, beside it, the real manifests
 * with their text untouched. They are applied in the order in which they stand, so of two versions
 * of one manifest a broken second leaves what the first has brought about in force.
 */
export function readScenario(stream: string): Result<ScenarioState, readonly Issue[]> {
  if (stream.length > MAX_LENGTH) {
    return err([issueAt('too-large', '', { limit: String(MAX_LENGTH) })])
  }
  const parts = splitStream(stream)
  const scenarios = parts.filter((part) => kindOf(part) === 'Scenario')
  const [part] = scenarios
  if (!part || scenarios.length > 1) {
    return err([issueAt('not-a-scenario', '', { found: String(scenarios.length) })])
  }
  const read = readDocument(part)
  if (!read.ok) {
    const deep = tooDeep(part.text, part.above)
    return deep === null ? read : err([deep])
  }
  const document = read.value
  const flow = document.flows[0] ?? {
    name: 'flow',
    from: document.pods[0]?.name ?? '',
    to: '',
    protocol: 'tcp',
  }
  return ok({
    document,
    manifests: manifestsOf(
      parts.filter((candidate) => candidate !== part),
      document.draft?.manifests ?? '',
    ),
    flow,
  })
}

/** In characters. No scenario that a person can follow comes near it. */
const MAX_LENGTH = 1_048_576

function readDocument(part: Part) {
  const lines = new LineCounter()
  const document = parseDocument(part.text, { lineCounter: lines, prettyErrors: false })
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line: line + part.above, column: col }
  }
  const notYaml = (message: string, offset: number): Issue => ({
    ...issueAt('not-yaml', '', { message }),
    ...at(offset),
  })
  if (document.errors.length > 0) {
    return err(document.errors.map(({ message, pos }) => notYaml(message, pos[0])))
  }
  const plain = plainOf(document)
  if (!plain.ok) return err([notYaml(plain.error.message, plain.error.offset)])
  const parsed = v.safeParse(scenarioSchema, plain.value)
  if (parsed.success) return ok(parsed.output)
  return err(
    parsed.issues.map((found) => {
      const start = startOf(
        document,
        (found.path ?? []).map(({ key }) => key),
      )
      return { ...schemaIssue(found), ...(start === null ? {} : at(start)) }
    }),
  )
}

/** Where it stands; of what is not there, where that begins which it is missing from. */
function startOf(document: Document, keys: readonly unknown[]): number | null {
  for (let most = keys.length; most >= 0; most--) {
    const node = document.getIn(keys.slice(0, most), true) as { range?: readonly number[] } | null
    const start = node?.range?.[0]
    if (start !== undefined) return start
  }
  return null
}
