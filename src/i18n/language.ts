/** The languages of the interface, as BCP 47 primary tags. */
export const LANGUAGES = ['en', 'ko', 'ja'] as const
export type Language = (typeof LANGUAGES)[number]

/** The first of the reader's languages (as `navigator.languages` lists them) that we speak. */
export function pickLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split(/[-_]/)[0]
    const found = LANGUAGES.find((language) => language === primary)
    if (found !== undefined) return found
  }
  return 'en'
}
