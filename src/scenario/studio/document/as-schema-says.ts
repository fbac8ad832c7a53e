import * as v from 'valibot'
import { err, ok, type Result } from '../../../net/result.ts'
import { type ScenarioDocument, scenarioSchema } from '../../document.ts'
import type { Issue } from '../../issue.ts'
import { schemaIssue } from '../../schema-issue.ts'

/** The document after an edit, with the defaults of what is absent; or the first thing that may not be. */
export function asSchemaSays(document: ScenarioDocument): Result<ScenarioDocument, Issue> {
  const parsed = v.safeParse(scenarioSchema, document)
  return parsed.success ? ok(parsed.output) : err(schemaIssue(parsed.issues[0]))
}
