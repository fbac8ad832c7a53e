import type { Language } from './language.ts'
import type { Messages } from './messages.ts'

/** Each language is a chunk of its own. Rejects where the chunk cannot be fetched. */
export function loadCatalogue(language: Language): Promise<Messages> {
  switch (language) {
    case 'en':
      return import('./en.ts').then(({ en }) => en)
    case 'ko':
      return import('./ko.ts').then(({ ko }) => ko)
    case 'ja':
      return import('./ja.ts').then(({ ja }) => ja)
  }
}
