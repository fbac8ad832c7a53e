import type { Hop, Step, Trace, Walk } from '../../engine/trace.ts'
import { reasonSentence, sentenceFor } from '../messages.ts'
import { type Sentence, say } from '../sentence.ts'
import type { TwinGiven } from './given.ts'
import { changeSentence, hopPlace, packetSentence, ruleText } from './tell-packet.ts'
import { item, type TwinItem } from './twin.ts'

/** Every hop of a leg: where, what is carried, what was tried, what changed and why. */
export function tellLeg(
  given: TwinGiven,
  trace: Trace,
  leg: 'forward' | 'reply',
): readonly TwinItem[] {
  const before = leg === 'forward' ? 0 : trace.forward.hops.length
  return (trace[leg]?.hops ?? []).map((hop, index) => tellHop(given, hop, before + index))
}

function tellHop(given: TwinGiven, hop: Hop, index: number): TwinItem {
  const { messages, twin } = given.words
  return {
    says: say`${hopPlace(messages, hop.place)} · ${messages.names.stages[hop.stage]}: ${reasonSentence(messages, hop.reason)}`,
    hop: index,
    items: [
      item(twin.packet(packetSentence(hop.before))),
      ...(hop.walk === undefined ? [] : tellWalk(given, hop.walk)),
      ...hop.changes.map((change) => item(changeSentence(given, change))),
      ...(hop.mood === 'passed' ? [] : [item(twin.verdict(messages.names.moods[hop.mood]))]),
    ],
  }
}

/** Of a long row of rules that did not match, more than these would bury the one that did. */
const MOST_SKIPPED = 12

function tellWalk(given: TwinGiven, walk: Walk): readonly TwinItem[] {
  const told: TwinItem[] = []
  let skipped = 0
  const tellRest = (): void => {
    const rest = skipped - MOST_SKIPPED
    if (rest > 0) told.push(item(given.words.twin.moreRules(rest)))
    skipped = 0
  }
  for (const step of walk.steps) {
    if (step.kind === 'skipped') skipped += 1
    else tellRest()
    if (skipped <= MOST_SKIPPED) told.push(item(stepSentence(given, walk.node, step)))
  }
  tellRest()
  return told
}

/** What happens at one rule, or between two: `Rule 2 of IP-MASQ, -A IP-MASQ …: it returns …` */
export function stepSentence(given: TwinGiven, node: string, step: Step): Sentence {
  const { messages, twin } = given.words
  const own = sentenceFor<Step, 'kind'>(messages.steps, 'kind', step)
  if (step.kind !== 'skipped' && step.kind !== 'matched') return own
  const { chain, line } = step.rule
  const rule = twin.rule(chain, line, ruleText(given, node, step.rule))
  return step.kind === 'skipped'
    ? say`${rule}${own}`
    : say`${rule}${sentenceFor(messages.deeds, 'kind', step.did)}`
}
