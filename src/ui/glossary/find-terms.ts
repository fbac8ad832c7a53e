import { type Glossary, TERMS, type TermId } from '../../i18n/glossary/glossary.ts'
import { OTHER_SPELLINGS } from '../../i18n/glossary/other-spellings.ts'
import { LANGUAGES, type Language } from '../../i18n/language.ts'

/**
 * Terms that hold what was asked for in any language and in any spelling, before those whose meaning holds it in this one.
 * All of them where nothing was asked.
 */
export function findTerms(
  glossaries: Readonly<Record<Language, Glossary>>,
  language: Language,
  asked: string,
): readonly TermId[] {
  const wanted = asked.trim().toLowerCase()
  if (wanted === '') return TERMS
  const holds = (text: string): boolean => text.toLowerCase().includes(wanted)
  const named = TERMS.filter((id) =>
    LANGUAGES.some((each) =>
      [glossaries[each].terms[id].term, ...(OTHER_SPELLINGS[each][id] ?? [])].some(holds),
    ),
  )
  const told = TERMS.filter((id) => holds(glossaries[language].terms[id].meaning))
  return [...new Set([...named, ...told])]
}
