import { LANGUAGES, type Language } from '../i18n/language.ts'
import { SPEEDS, type Speed, THEMES, type Theme } from './playground.ts'

/** What the browser keeps for the next visit. A browser that keeps nothing is no trouble. */
const WORK = 'snat-playground.work'
const CHOICES = 'snat-playground.choices'
const LEAVING = 'snat-playground.leaving'

/** What the reader prefers, apart from any scenario; null where nothing was chosen yet. */
export interface Choices {
  readonly language: Language | null
  readonly theme: Theme
  readonly speed: Speed
}

/** The scenario one was working on, as the text of a link. */
export const rememberedWork = (): string | null => readKept(WORK)

export const rememberWork = (link: string): void => writeKept(WORK, link)

export function rememberedChoices(): Choices {
  const [language, theme, speed] = (readKept(CHOICES) ?? '').split(' ')
  return {
    language: LANGUAGES.find((each) => each === language) ?? null,
    theme: THEMES.find((each) => each === theme) ?? 'system',
    speed: SPEEDS.find((each) => String(each) === speed) ?? 1,
  }
}

export const rememberChoices = ({ language, theme, speed }: Choices): void =>
  writeKept(CHOICES, `${language ?? '-'} ${theme} ${speed}`)

/** The link to what was on show when this tab last left the page; null where nothing was noted. */
export const leftBehind = (): string | null => readKept(LEAVING, 'sessionStorage') || null

export const rememberLeaving = (link: string): void => writeKept(LEAVING, link, 'sessionStorage')

export const forgetLeaving = (): void => writeKept(LEAVING, '', 'sessionStorage')

type Storage = 'localStorage' | 'sessionStorage'

/** Reading and writing throw where the reader has forbidden storage, or where it is full. */
export function readKept(key: string, storage: Storage = 'localStorage'): string | null {
  try {
    return globalThis[storage].getItem(key)
  } catch {
    return null
  }
}

export function writeKept(key: string, value: string, storage: Storage = 'localStorage'): void {
  try {
    globalThis[storage].setItem(key, value)
  } catch {
    // What cannot be kept is still in the address bar.
  }
}
