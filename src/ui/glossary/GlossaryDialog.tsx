import { use, useEffect, useId, useRef, useState } from 'react'
import { type Glossary, SPELLED_AS, type TermId } from '../../i18n/glossary/glossary.ts'
import { LANGUAGES, type Language } from '../../i18n/language.ts'
import { loadGlossary } from '../../i18n/load-glossary.ts'
import { useMessages } from '../../store/reading.ts'
import { IconButton } from '../kit/Button.tsx'
import { CloseIcon } from '../kit/icons.tsx'
import { findTerms } from './find-terms.ts'
import './glossary.css'

type Glossaries = Readonly<Record<Language, Glossary>>

/** The terms of the field, each in all three languages, with what it means; found by any of them. */
export function GlossaryDialog({ onClose }: { readonly onClose: () => void }) {
  const { ui, language } = useMessages()
  const glossaries: Glossaries = {
    en: use(loadGlossary('en')),
    ko: use(loadGlossary('ko')),
    ja: use(loadGlossary('ja')),
  }
  const { words } = glossaries[language]
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  const [asked, ask] = useState('')
  const found = findTerms(glossaries, language, asked)

  useEffect(() => {
    dialog.current?.showModal()
  }, [])

  return (
    <dialog ref={dialog} className="glossary" aria-labelledby={title} onClose={onClose}>
      <header>
        <h2 id={title}>{words.title}</h2>
        <input
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={asked}
          onChange={(event) => ask(event.target.value)}
        />
        <span role="status">{words.found(found.length)}</span>
        <IconButton look="quiet" label={ui.close} onClick={() => dialog.current?.close()}>
          <CloseIcon />
        </IconButton>
      </header>
      <dl tabIndex={0} aria-labelledby={title}>
        {found.map((id) => (
          <Entry key={id} id={id} glossaries={glossaries} language={language} />
        ))}
      </dl>
    </dialog>
  )
}

function Entry({
  id,
  glossaries,
  language,
}: {
  readonly id: TermId
  readonly glossaries: Glossaries
  readonly language: Language
}) {
  const { words, terms } = glossaries[language]
  const others = LANGUAGES.filter((each) => each !== language)
  const page = SPELLED_AS[id]
  return (
    <div className="term">
      <dt>
        <dfn>{terms[id].term}</dfn>
        <span className="term-others">
          <span className="sr-only">{words.languages}: </span>
          {others.map((each) => (
            <span key={each} lang={each}>
              {glossaries[each].terms[id].term}
            </span>
          ))}
        </span>
      </dt>
      <dd>
        {terms[id].meaning}
        {page === undefined ? null : (
          <a href={`${page}?hl=${language}`} rel="noreferrer" target="_blank">
            {words.spelledAs}
          </a>
        )}
      </dd>
    </div>
  )
}
