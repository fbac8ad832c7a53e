import * as v from 'valibot'
import { type Document, LineCounter, parseDocument } from 'yaml'
import { err, ok, type Result } from '../net/result.ts'
import { scenarioSchema } from './document.ts'
import type { Issue } from './issue.ts'
import { kindOf, nameOf, type Part, splitStream } from './manifest-parts.ts'
import type { ManifestsState, ScenarioState } from './state.ts'

/**
 * One YAML stream to a scenario's state: a `Scenario` document and, beside it, the real manifests
 * with their text untouched. They are applied in the order in which they stand, so of two versions
 * of one manifest a broken second leaves what the first has brought about in force.
 */
export function readScenario(stream: string): Result<ScenarioState, readonly Issue[]> {
  if (stream.length > MAX_LENGTH) {
    return err([issue('too-large', '', undefined, 0, { limit: String(MAX_LENGTH) })])
  }
  const parts = splitStream(stream)
  const scenarios = parts.filter((part) => kindOf(part) === 'Scenario')
  const [part] = scenarios
  if (!part || scenarios.length > 1) {
    return err([issue('not-a-scenario', '', parts[0], 0, { found: String(scenarios.length) })])
  }
  const read = readDocument(part)
  if (!read.ok) return read
  const document = read.value
  const flow = document.flows[0] ?? {
    name: 'flow',
    from: document.pods[0]?.name ?? '',
    to: '',
    protocol: 'tcp',
  }
  return ok({
    document,
    manifests: readManifests(
      parts.filter((candidate) => candidate !== part),
      document.draft?.manifests ?? '',
    ),
    flow,
  })
}

function readManifests(parts: readonly Part[], draft: string): ManifestsState {
  if (parts.length === 0) return { applied: false, text: draft, inForce: null }
  const versions = new Map<string, readonly Part[]>()
  for (const part of parts) {
    const name = `${kindOf(part)} ${nameOf(part)}`
    versions.set(name, [...(versions.get(name) ?? []), part])
  }
  const stream = (at: -1 | -2) =>
    joined([...versions.values()].map((list) => list.at(at) ?? list[0]))
  const replaced = [...versions.values()].some((list) => list.length > 1)
  return { applied: true, text: stream(-1), inForce: replaced ? stream(-2) : null }
}

/** One document stays as it is, to the letter; between several there are line breaks. */
const joined = (parts: readonly (Part | undefined)[]): string =>
  parts.length === 1
    ? (parts[0]?.text ?? '')
    : parts.map((part) => part?.text.replace(/\n?$/, '\n') ?? '').join('---\n')

/** In characters. No scenario that a person can follow comes near it. */
const MAX_LENGTH = 1_048_576

function readDocument(part: Part) {
  const lines = new LineCounter()
  const document = parseDocument(part.text, { lineCounter: lines, prettyErrors: false })
  const broken = document.errors.map((error) => {
    const { line, col } = lines.linePos(error.pos[0])
    return { ...issue('not-yaml', '', part, line, { message: error.message }), column: col }
  })
  if (broken.length > 0) return err(broken)
  const plain = toPlain(document)
  if (!plain.ok) return err([issue('not-yaml', '', part, 0, { message: plain.error })])
  const parsed = v.safeParse(scenarioSchema, plain.value)
  if (parsed.success) return ok(parsed.output)
  return err(parsed.issues.map((found) => schemaIssue(found, document, part, lines)))
}

/** The library throws at an alias without an anchor, and at aliases that unfold into too much. */
function toPlain(document: Document): Result<unknown, string> {
  try {
    return ok(document.toJS({ maxAliasCount: 100 }))
  } catch (thrown) {
    return err(thrown instanceof Error ? thrown.message : String(thrown))
  }
}

function schemaIssue(
  found: v.BaseIssue<unknown>,
  document: Document,
  part: Part,
  lines: LineCounter,
): Issue {
  const keys = (found.path ?? []).map(({ key }) => key)
  const path = keys.join('.')
  const start = startOf(document, keys)
  const at = start === null ? null : lines.linePos(start)
  const code = codeOf(found)
  const { expected, received: value, input } = found
  const params = code === 'bad-name' ? { name: String(input) } : { expected: expected ?? '', value }
  return { ...issue(code, path, part, at?.line ?? 0, params), column: at?.col ?? null }
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

function codeOf(found: v.BaseIssue<unknown>): Issue['code'] {
  if (found.type === 'strict_object' && found.expected === 'never') return 'unknown-field'
  // Names are the only texts with a pattern, and a key with nothing behind it is `null`.
  if (found.type === 'regex') return 'bad-name'
  return ['undefined', 'null'].includes(found.received) ? 'missing-field' : 'wrong-value'
}

const issue = (
  code: Issue['code'],
  path: string,
  part: Part | undefined,
  line: number,
  params: Readonly<Record<string, string>>,
): Issue => ({
  code,
  path,
  line: line === 0 ? null : line + (part?.above ?? 0),
  column: null,
  params,
})
