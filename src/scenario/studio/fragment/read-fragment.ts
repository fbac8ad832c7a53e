import * as v from 'valibot'
import { type Document, LineCounter, parseAllDocuments } from 'yaml'
import { err, ok, type Result } from '../../../net/result.ts'
import { type ScenarioDocument, scenarioSchema } from '../../document.ts'
import { issueAt } from '../../field-reader.ts'
import type { Issue } from '../../issue.ts'
import { tooDeep } from '../../nesting.ts'
import { type NotPlain, plainOf } from '../../plain-yaml.ts'
import { schemaIssue } from '../../schema-issue.ts'
import { withHomes } from './extract.ts'
import { FRAGMENT_LISTS, type Fragment, fragmentOf, fragmentSchema } from './fragment.ts'

/** In characters; as much as a scenario may have. */
const MAX_LENGTH = 1_048_576

/** A fragment, or a whole scenario, out of a text in which manifests may stand as well. */
export function readFragment(text: string): Result<Fragment, Issue> {
  if (text.length > MAX_LENGTH) {
    return err(issueAt('too-large', '', { limit: String(MAX_LENGTH) }))
  }
  const read = readThings(text)
  const deep = read.ok ? null : tooDeep(text)
  return deep === null ? read : err(deep)
}

function readThings(text: string): Result<Fragment, Issue> {
  const lines = new LineCounter()
  const parsed = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false })
  const documents: readonly Document[] = Array.isArray(parsed) ? parsed : []
  const part = documents.find((each) => holdsThings(asRead(each)))
  const broken = (part ? [part] : documents).flatMap(brokenIn)[0]
  if (broken) {
    const { line, col } = lines.linePos(broken.offset)
    return err({ ...issueAt('not-yaml', '', { message: broken.message }), line, column: col })
  }
  if (!part) return err(issueAt('nothing-to-paste', ''))
  const value = asRead(part)
  return kindIn(value) === 'Scenario'
    ? asSchema(scenarioSchema, part, lines, wholeScenario)
    : asSchema(fragmentSchema, part, lines, fragmentOf)
}

function brokenIn(document: Document): readonly NotPlain[] {
  const errors = document.errors.map(({ message, pos }) => ({ message, offset: pos[0] }))
  const plain = errors.length > 0 ? null : plainOf(document)
  return plain?.ok === false ? [plain.error] : errors
}

/** What is broken holds nothing. */
function asRead(document: Document): unknown {
  const plain = plainOf(document)
  return plain.ok ? plain.value : null
}

const kindIn = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined

function holdsThings(value: unknown): boolean {
  const kind = kindIn(value)
  if (kind === 'Scenario' || kind === 'Fragment') return true
  return (
    kind === undefined &&
    typeof value === 'object' &&
    value !== null &&
    FRAGMENT_LISTS.some((list) => list in value)
  )
}

const wholeScenario = (document: ScenarioDocument): Fragment => ({
  document: withHomes(document),
  subnets: [],
  firewalls: [],
})

function asSchema<T>(
  schema: v.GenericSchema<unknown, T>,
  document: Document,
  lines: LineCounter,
  make: (value: T) => Fragment,
): Result<Fragment, Issue> {
  const parsed = v.safeParse(schema, asRead(document))
  if (parsed.success) return ok(make(parsed.output))
  const [found] = parsed.issues
  const keys = (found.path ?? []).map(({ key }) => key)
  const offset = offsetOf(document, keys)
  const at = offset === undefined ? null : lines.linePos(offset)
  return err({ ...schemaIssue(found), line: at?.line ?? null, column: at?.col ?? null })
}

/** Of what is missing the place is that of what it is missing in. */
function offsetOf(document: Document, keys: readonly unknown[]): number | undefined {
  const node = document.getIn(keys, true) as { readonly range?: readonly number[] } | undefined
  return node?.range?.[0] ?? (keys.length > 0 ? offsetOf(document, keys.slice(0, -1)) : undefined)
}
