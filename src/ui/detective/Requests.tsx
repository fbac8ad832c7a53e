import { Suspense, use, useId, useRef, useState } from 'react'
import type { ArrivalsWords } from '../../i18n/arrivals-words.ts'
import { LANGUAGES, type Language } from '../../i18n/language.ts'
import { loadArrivalsWords } from '../../i18n/load-arrivals-words.ts'
import type { FirewallRequest } from '../../scenario/arrivals/arrival.ts'
import { useMessages } from '../../store/reading.ts'
import { Button } from '../kit/Button.tsx'
import { copyField } from '../share/copy-field.ts'
import { Copied } from './Copied.tsx'

/** A request for each far side, in each language: the reader's may not be one's own. */
export function Requests({
  words,
  requests,
}: {
  readonly words: ArrivalsWords
  readonly requests: readonly FirewallRequest[]
}) {
  const { language, ui } = useMessages()
  const title = useId()
  const [chosen, setChosen] = useState(0)
  const [spoken, setSpoken] = useState<Language>(language)
  const request = requests[chosen] ?? requests[0]
  if (request === undefined) return null
  return (
    <section className="requests" aria-labelledby={title}>
      <h3 id={title}>{words.requests}</h3>
      <div className="requests-choice">
        {requests.length < 2 ? null : (
          <label>
            {words.chooseFar}
            <select value={chosen} onChange={(event) => setChosen(Number(event.target.value))}>
              {requests.map(({ far }, i) => (
                <option key={`${far.kind} ${far.name} ${far.firewall}`} value={i}>
                  {words.farName(far)}
                </option>
              ))}
            </select>
          </label>
        )}
        <Suspense fallback={ui.loading}>
          {LANGUAGES.map((each) => (
            <LanguageButton
              key={each}
              language={each}
              chosen={each === spoken}
              onChoose={() => setSpoken(each)}
            />
          ))}
        </Suspense>
      </div>
      <Suspense fallback={<p>{ui.loading}</p>}>
        <RequestText
          key={`${spoken} ${chosen}`}
          language={spoken}
          request={request}
          words={words}
        />
      </Suspense>
    </section>
  )
}

function LanguageButton({
  language,
  chosen,
  onChoose,
}: {
  readonly language: Language
  readonly chosen: boolean
  readonly onChoose: () => void
}) {
  const { requestLabel } = use(loadArrivalsWords(language))
  return (
    <Button lang={language} aria-pressed={chosen} onClick={onChoose}>
      {requestLabel}
    </Button>
  )
}

function RequestText({
  language,
  request,
  words,
}: {
  readonly language: Language
  readonly request: FirewallRequest
  readonly words: ArrivalsWords
}) {
  const own = use(loadArrivalsWords(language))
  const field = useRef<HTMLTextAreaElement>(null)
  const [copied, setCopied] = useState<boolean | null>(null)
  const copy = async (): Promise<void> => {
    if (field.current !== null) setCopied(await copyField(field.current))
  }
  return (
    <>
      <textarea
        ref={field}
        readOnly
        lang={language}
        rows={18}
        aria-label={own.requestLabel}
        value={own.request(request)}
      />
      <div className="arrivals-copy">
        <Button look="primary" lang={language} onClick={() => void copy()}>
          {own.copyRequest}
        </Button>
        <Copied words={words} well={copied} />
      </div>
    </>
  )
}
