import type { Leg, Trace } from '../../engine/trace.ts'
import { fateOf } from '../fate.ts'
import { percentOf } from '../figures.ts'
import { reasonSentence } from '../messages.ts'
import type { Sentence } from '../sentence.ts'
import { talkOf } from '../talk.ts'
import type { TwinGiven } from './given.ts'
import { placeSentence, ruleText } from './tell-packet.ts'
import { item, type TwinItem } from './twin.ts'

/** What became of the packet, in a sentence. */
export const resultSentence = ({ words }: TwinGiven, { outcome }: Trace): Sentence =>
  words.messages.ui.shell.summary[fateOf(outcome)](outcome)

/** Who ended it and why, which rules decided, and how one notices. */
export function tellResult(given: TwinGiven, trace: Trace): readonly TwinItem[] {
  const { messages, twin, path } = given.words
  const { outcome } = trace
  const failed = trace.path.find(({ state }) => state === 'failed')
  const { protocol } = trace.forward.hops[0].before
  const talk = talkOf(protocol, given.scenario.flow.existing === true)
  return [
    item(twin.endedBy[fateOf(outcome)](placeSentence(given, outcome.by))),
    item(twin.why(reasonSentence(messages, outcome.reason))),
    ...(failed ? [item(twin.firstFailure(path.steps[failed.step].name))] : []),
    ...outcome.missing.map((each) => item(path.missing[each.code](each))),
    ...decided(given, trace.forward).map((says) => item(says)),
    item(twin.sourceWas(reasonSentence(messages, outcome.because))),
    ...(outcome.symptom ? [item(twin.notice(path.symptoms[outcome.symptom][talk]))] : []),
    ...trace.alternatives.map(({ probability, outcome: other }) =>
      item(twin.chance(percentOf(probability), messages.ui.shell.summary[fateOf(other)](other))),
    ),
  ]
}

/** The rule of each node that had the last word on the source, where rules were walked at all. */
function decided(given: TwinGiven, { hops }: Leg): readonly Sentence[] {
  const { twin } = given.words
  return hops.flatMap(({ walk, stage, reason }) => {
    if (walk === undefined || (stage !== 'postrouting' && stage !== 'tc-egress')) return []
    const { node } = walk
    // RETURN ends no walk, and yet it is what decided: the reason names it.
    const rule = 'chain' in reason ? reason : walk.decided
    return rule === null
      ? [twin.noRuleDecided(node)]
      : [twin.decidedBy(node, rule.chain, rule.line, ruleText(given, node, rule))]
  })
}
