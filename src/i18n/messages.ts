import type { Language } from './language.ts'
import type { UiText } from './ui.en.ts'

/** Everything that is said in one language. A language with a sentence missing does not compile. */
export interface Messages {
  readonly language: Language
  readonly ui: UiText
}
