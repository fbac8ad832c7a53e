import type { Issue } from '../../scenario/issue.ts'

/** Whose sentence is about the path itself. */
const OF_THE_PATH: ReadonlySet<Issue['code']> = new Set([
  'unknown-field',
  'missing-field',
  'list-full',
])

/** As it is told beside its field, which shows already where in the document it is. */
export const issueAtField = (issue: Issue): Issue => ({
  ...issue,
  path: OF_THE_PATH.has(issue.code) ? issue.path.replace(/^.*\./, '') : '',
})
