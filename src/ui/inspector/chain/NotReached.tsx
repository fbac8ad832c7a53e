import type { RuleRef } from '../../../engine/trace.ts'
import type { ChainWords } from '../../../i18n/chain-words.ts'
import { percentOf } from '../../../i18n/figures.ts'
import type { Messages } from '../../../i18n/messages.ts'
import { joined, type Sentence } from '../../../i18n/sentence.ts'
import type { WhyNot } from '../../../scenario/chain-facts/why-not.ts'
import { useWhyNot } from '../../../store/chain-facts.ts'
import { useOwnerOf } from '../../../store/owners.ts'
import { useMessages } from '../../../store/reading.ts'
import { Spoken } from '../../kit/Spoken.tsx'

/** Which rule ended the walk before this one, and what this one would have said: the engine tried it. */
export function NotReached({
  at,
  hop,
  words,
}: {
  readonly at: RuleRef
  readonly hop: number
  readonly words: ChainWords
}) {
  const messages = useMessages()
  const ownerOf = useOwnerOf()
  const answer = useWhyNot({ hop, rule: at.id })
  if (answer === undefined) return <p>{messages.ui.loading}</p>
  if (answer === null) return <p>{messages.ui.chain.notReached}</p>
  return (
    <>
      <p>
        <Spoken sentence={whatEnded(answer, at, words)} ownerOf={ownerOf} />
      </p>
      <p>
        <Spoken sentence={whatItWould(answer, words, messages)} ownerOf={ownerOf} />
      </p>
    </>
  )
}

function whatEnded({ ended, entered }: WhyNot, { chain }: RuleRef, words: ChainWords): Sentence {
  if (!entered) return words.neverEntered(chain)
  return ended === null ? words.endedByPolicy : words.endedBefore(ended.line, ended.chain)
}

function whatItWould({ would }: WhyNot, words: ChainWords, messages: Messages): Sentence {
  switch (would?.kind) {
    case undefined:
      return []
    case 'match':
      return [words.wouldMatch]
    case 'chance':
      return [words.wouldByChance(String(percentOf(would.probability)))]
    case 'fail':
      return joined([words.wouldNotMatch, ' ', ...messages.failedMatch.sentence(would.failed)])
  }
}
