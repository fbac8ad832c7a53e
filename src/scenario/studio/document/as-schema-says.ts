import * as v from 'valibot'
import { err, ok, type Result } from '../../../net/result.ts'
import { type ScenarioDocument, scenarioSchema } from '../../document.ts'
import { issueAt } from '../../field-reader.ts'
import type { Issue } from '../../issue.ts'

/** The document after an edit, with the defaults of what is absent; or the first thing that may not be. */
export function asSchemaSays(document: ScenarioDocument): Result<ScenarioDocument, Issue> {
  const parsed = v.safeParse(scenarioSchema, document)
  return parsed.success ? ok(parsed.output) : err(schemaIssue(parsed.issues[0]))
}

/** Also for a text that was read: the keys to where it is wrong are the path's. */
export function schemaIssue(found: v.BaseIssue<unknown>): Issue {
  const path = (found.path ?? []).map(({ key }) => key).join('.')
  if (found.type === 'max_length' && Array.isArray(found.input)) {
    return issueAt('list-full', path, { most: String(found.requirement) })
  }
  const code = codeOf(found)
  return issueAt(code, path, { expected: found.expected ?? '', value: found.received })
}

function codeOf(found: v.BaseIssue<unknown>): Issue['code'] {
  if (found.type === 'strict_object' && found.expected === 'never') return 'unknown-field'
  return found.received === 'undefined' ? 'missing-field' : 'wrong-value'
}
