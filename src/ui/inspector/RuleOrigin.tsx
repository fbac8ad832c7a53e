import { originSentence } from '../../i18n/messages.ts'
import type { RuleRow } from '../../scenario/evaluation.ts'
import { useOwnerOf } from '../../store/owners.ts'
import { useMessages, useOwnWords } from '../../store/reading.ts'
import { Spoken } from '../kit/Spoken.tsx'
import { Learned } from '../sources/Learned.tsx'

/** Under a rule, on demand: who put it there, and where that was learned. */
export function RuleOrigin({
  row: { origin, configLine },
  columns,
}: {
  readonly row: RuleRow
  readonly columns: number
}) {
  const messages = useMessages()
  const own = useOwnWords()
  const ownerOf = useOwnerOf()
  if (origin === null) return null
  const sentence = originSentence(messages, own, origin, configLine)
  return (
    <tr className="rule-origin">
      <td colSpan={columns}>
        {sentence === null ? null : <Spoken sentence={sentence} ownerOf={ownerOf} />}
        <Learned of={{ kind: 'own', code: origin }} />
      </td>
    </tr>
  )
}

/** The number of a rule: asks where it is from. One that nobody accounts for is only a number. */
export function RuleNumber({
  row: { origin, ref },
  open,
  onToggle,
}: {
  readonly row: RuleRow
  readonly open: boolean
  readonly onToggle: () => void
}) {
  const { ui } = useMessages()
  if (origin === null) return ref.line
  return (
    <button
      type="button"
      className="rule-number"
      aria-expanded={open}
      aria-label={ui.sources.askRule(ref.line)}
      title={ui.sources.ask}
      onClick={onToggle}
    >
      {ref.line}
    </button>
  )
}

/** The same question in words, at the rule that decided. */
export function AskOrigin({
  row: { origin },
  onAsk,
}: {
  readonly row: RuleRow
  readonly onAsk: () => void
}) {
  const { ui } = useMessages()
  return origin === null ? null : (
    <button type="button" className="where-ask" onClick={onAsk}>
      {ui.sources.ask}
    </button>
  )
}
