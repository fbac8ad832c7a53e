import type { Issue } from '../scenario/issue.ts'
import { param } from './param.ts'

/** Is it of a thing that stands between others, and in none of them? */
export const joins = (issue: Issue): boolean =>
  ['flow', 'peering', 'attachment'].includes(param(issue, 'kind'))
