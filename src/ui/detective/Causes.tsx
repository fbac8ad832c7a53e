import { useId } from 'react'
import type { DetectiveWords } from '../../i18n/detective-words.ts'
import { reasonSentence } from '../../i18n/messages.ts'
import { placeNamer } from '../../i18n/place-name.ts'
import { partText } from '../../i18n/sentence.ts'
import type { Cause } from '../../scenario/detective/diagnosis.ts'
import { useOwnerOf } from '../../store/owners.ts'
import { useMessages } from '../../store/reading.ts'
import { Spoken } from '../kit/Spoken.tsx'

/** Root causes in words, each at its place. */
export function Causes({
  words,
  causes,
}: {
  readonly words: DetectiveWords
  readonly causes: readonly Cause[]
}) {
  const messages = useMessages()
  const ownerOf = useOwnerOf()
  const title = useId()
  const { internet, metadata } = messages.names.places
  const placeName = placeNamer({ internet, metadata })
  if (causes.length === 0) return null
  return (
    <section className="causes" aria-labelledby={title}>
      <h3 id={title}>{words.causes}</h3>
      <ol>
        {causes.map((cause) => (
          <li key={`${cause.kind} ${cause.at} ${cause.reason.code}`} data-kind={cause.kind}>
            <p className="cause-head">
              <strong>{words.cause[cause.kind]}</strong>
              <code>{partText(placeName(cause.at))}</code>
              {cause.fixes.length === 0 ? null : (
                <small>{words.removedBy(cause.fixes.length)}</small>
              )}
            </p>
            <p>
              <Spoken sentence={reasonSentence(messages, cause.reason)} ownerOf={ownerOf} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
