import type { Issue } from '../scenario/issue.ts'
import { code, type Sentence } from './sentence.ts'

/** `nodes.0.address: ` before a sentence; nothing where a field of the screen shows the place. */
export const where = ({ path }: Issue): Sentence =>
  path === '' || path.startsWith('flow.') ? [] : [code(path), ': ']
