import type { Deed, Step } from '../../../engine/trace.ts'
import { type Messages, sentenceFor } from '../../../i18n/messages.ts'
import { joined, type Sentence } from '../../../i18n/sentence.ts'
import { useOwnerOf } from '../../../store/owners.ts'
import { useMessages } from '../../../store/reading.ts'
import { Spoken } from '../../kit/Spoken.tsx'
import type { RuleLine } from './chain-lines.ts'
import { NotReached } from './NotReached.tsx'
import { RuleOrigin } from './RuleOrigin.tsx'
import type { RowState } from './RuleWhy.tsx'
import type { RowContext } from './row-context.ts'
import { railBelow } from './row-moment.ts'

/** Under a rule, on demand: why it decided or did not, who put it there, where that was learned. */
export function RuleDetail({
  line,
  state,
  context,
}: {
  readonly line: RuleLine
  readonly state: RowState
  readonly context: RowContext
}) {
  const messages = useMessages()
  const ownerOf = useOwnerOf()
  const { onShow, words, shadows, columns } = context
  const { row } = line
  const shadow = shadows.get(row.ref.id)
  const sentence = state === 'waiting' ? null : whatHappened(messages, line)
  return (
    <tr className="rule-detail" data-rail={railBelow(line, onShow)}>
      <td colSpan={columns}>
        {sentence === null ? null : (
          <p>
            <Spoken sentence={sentence} ownerOf={ownerOf} />
          </p>
        )}
        {state === 'not-reached' ? (
          <NotReached at={row.ref} hop={onShow.index} words={words} />
        ) : null}
        {shadow === undefined ? null : (
          <p>
            <Spoken sentence={words.shadowedBy(shadow, row.ref.chain)} ownerOf={ownerOf} />
          </p>
        )}
        <RuleOrigin row={row} />
      </td>
    </tr>
  )
}

/** What the packet has and the rule wants; or that it matched, and what came of it. */
function whatHappened(messages: Messages, { row, failed, did }: RuleLine): Sentence | null {
  if (failed !== null) return messages.failedMatch.sentence(failed)
  if (did === null) return null
  const step: Step = { kind: 'matched', rule: row.ref, did }
  return joined([
    ...sentenceFor<Step, 'kind'>(messages.steps, 'kind', step),
    ' ',
    ...sentenceFor<Deed, 'kind'>(messages.deeds, 'kind', did),
  ])
}
