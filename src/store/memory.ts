import { LANGUAGES, type Language } from '../i18n/language.ts'
import { SPEEDS, type Speed, THEMES, type Theme } from './playground.ts'

/** What the browser keeps for the next visit. A browser that keeps nothing is no trouble. */
const WORK = 'snat-playground.work'
const CHOICES = 'snat-playground.choices'

/** What the reader prefers, apart from any scenario; null where nothing was chosen yet. */
export interface Choices {
  readonly language: Language | null
  readonly theme: Theme
  readonly speed: Speed
}

/** The scenario one was working on, as the text of a link. */
export const rememberedWork = (): string | null => read(WORK)

export const rememberWork = (link: string): void => write(WORK, link)

export function rememberedChoices(): Choices {
  const [language, theme, speed] = (read(CHOICES) ?? '').split(' ')
  return {
    language: LANGUAGES.find((each) => each === language) ?? null,
    theme: THEMES.find((each) => each === theme) ?? 'system',
    speed: SPEEDS.find((each) => String(each) === speed) ?? 1,
  }
}

export const rememberChoices = ({ language, theme, speed }: Choices): void =>
  write(CHOICES, `${language ?? '-'} ${theme} ${speed}`)

/** Reading and writing throw where the reader has forbidden storage, or where it is full. */
function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // What cannot be kept is still in the address bar.
  }
}
