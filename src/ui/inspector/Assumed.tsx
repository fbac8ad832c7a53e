import { assumptionSentence } from '../../i18n/messages.ts'
import { useOwnerOf } from '../../store/owners.ts'
import { useMessages, useOwnWords, useTrace } from '../../store/reading.ts'
import { Spoken } from '../kit/Spoken.tsx'
import { WhereFrom } from '../sources/WhereFrom.tsx'

/** What the model had to suppose, said rather than guessed in silence. */
export function Assumed() {
  const messages = useMessages()
  const { ui } = messages
  const own = useOwnWords()
  const ownerOf = useOwnerOf()
  const assumptions = useTrace()?.assumptions ?? []
  if (assumptions.length === 0) return null
  return (
    <section className="assumed">
      <h2>{ui.details.assumptions}</h2>
      <ul>
        {assumptions.map((assumption) => (
          <li key={`${assumption.code} ${assumption.detail ?? ''}`}>
            <Spoken sentence={assumptionSentence(messages, own, assumption)} ownerOf={ownerOf} />
            <WhereFrom of={{ kind: 'assumption', code: assumption.code }} />
          </li>
        ))}
      </ul>
    </section>
  )
}
