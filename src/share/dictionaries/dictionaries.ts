import { dictionary001 } from './001.ts'
import { dictionary002 } from './002.ts'
import { dictionary003 } from './003.ts'

/**
 * What links have in common, by number. Number 0 is none. A published dictionary is never edited and
 * never removed: every link that was made with it would be lost. `README.md` says how to add one.
 */
export const DICTIONARIES: readonly string[] = ['', dictionary001, dictionary002, dictionary003]
