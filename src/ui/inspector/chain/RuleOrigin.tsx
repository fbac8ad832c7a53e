import { originSentence } from '../../../i18n/messages.ts'
import type { RuleRow } from '../../../scenario/evaluation.ts'
import { useOwnerOf } from '../../../store/owners.ts'
import { useMessages, useOwnWords } from '../../../store/reading.ts'
import { Spoken } from '../../kit/Spoken.tsx'
import { Learned } from '../../sources/Learned.tsx'

/** Who put a rule there, and where that was learned. */
export function RuleOrigin({
  row: { origin, configLine },
}: {
  readonly row: Pick<RuleRow, 'origin' | 'configLine'>
}) {
  const messages = useMessages()
  const own = useOwnWords()
  const ownerOf = useOwnerOf()
  if (origin === null) return null
  const sentence = originSentence(messages, own, origin, configLine)
  return (
    <div className="rule-origin">
      {sentence === null ? null : <Spoken sentence={sentence} ownerOf={ownerOf} />}
      <Learned of={{ kind: 'own', code: origin }} />
    </div>
  )
}
