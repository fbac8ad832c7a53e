import type { Language } from './language.ts'

export type LoadWords<T> = (language: Language) => Promise<T>

/**
 * Words that most visits do without, a chunk for each language. The same promise each time, so that it
 * can be waited for; it rejects where the chunk cannot be fetched.
 */
export function lateWords<T>(loaders: Readonly<Record<Language, () => Promise<T>>>): LoadWords<T> {
  const known = new Map<Language, Promise<T>>()
  return (language) => {
    const words = known.get(language) ?? loaders[language]()
    known.set(language, words)
    return words
  }
}
