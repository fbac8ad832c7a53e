import type { CompareWords } from '../../i18n/compare-words.ts'
import type { Comparison, Lane } from '../../scenario/compare/comparison.ts'

/** What every part of the comparison draws from. */
export interface CompareContext {
  readonly words: CompareWords
  readonly nameOf: (dataplane: Lane['dataplane']) => string
  readonly comparison: Comparison
}
