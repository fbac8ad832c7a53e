import type { Deed } from '../../../engine/trace.ts'
import type { Messages } from '../../../i18n/messages.ts'
import { sentenceFor } from '../../../i18n/messages.ts'
import type { Sentence } from '../../../i18n/sentence.ts'
import { useOwnerOf } from '../../../store/owners.ts'
import { useMessages } from '../../../store/reading.ts'
import { Spoken } from '../../kit/Spoken.tsx'
import type { RuleLine, RuleState } from './chain-lines.ts'

export type RowState = RuleState | 'waiting'

/** How it went with one rule, in a word or two. */
export function RuleWhy({ line, state }: { readonly line: RuleLine; readonly state: RowState }) {
  const messages = useMessages()
  const ownerOf = useOwnerOf()
  const { chain, panels } = messages.ui
  if (state === 'waiting') return panels.inspector.notYetTried
  if (state === 'not-reached') return chain.notReached
  if (line.failed !== null) return messages.failedMatch.short(line.failed)
  if (line.did === null) return null
  return <Spoken sentence={howItWent(messages, line, line.did)} ownerOf={ownerOf} />
}

function howItWent(messages: Messages, { row }: RuleLine, did: Deed): Sentence {
  const words = messages.ui.panels.inspector
  switch (did.kind) {
    case 'jumped':
    case 'went':
      return words.goesOnIn(did.chain)
    case 'returned':
    case 'accepted':
    case 'rewrote':
      if (row.destination !== null) return [words.liesIn]
      return [row.conditions === '' ? words.everyPacket : words.allConditions]
    default:
      return sentenceFor<Deed, 'kind'>(messages.deeds, 'kind', did)
  }
}
