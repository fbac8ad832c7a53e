import type { Deed, Hop, Step, Trace, Walk } from '../../engine/trace.ts'
import { type Messages, reasonSentence, sentenceFor } from '../messages.ts'
import { type Sentence, say } from '../sentence.ts'
import type { TwinCatalogues, TwinGiven } from './given.ts'
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
    says: hopSentence(messages, hop),
    hop: index,
    items: [
      item(twin.packet(packetSentence(hop.before))),
      ...(hop.walk === undefined || given.level === 'manager' ? [] : tellWalk(given, hop.walk)),
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

/** `node-1 · nat POSTROUTING: rule 13 of IP-MASQ …` */
export const hopSentence = (messages: Messages, { place, stage, reason }: Hop): Sentence =>
  say`${hopPlace(messages, place)} · ${messages.names.stages[stage]}: ${reasonSentence(messages, reason)}`

/** `node-1 · nat POSTROUTING`: where the packet is, for whoever has no time for more. */
export const hopName = (messages: Messages, { place, stage }: Hop): Sentence =>
  say`${hopPlace(messages, place)} · ${messages.names.stages[stage]}`

/**
 * What happens at one rule, or between two: `Rule 2 of IP-MASQ: it returns …`
 *
 * @param text the rule as its own tool prints it; null where that is not to be told
 */
export function ruleSentence(
  { messages, twin }: Pick<TwinCatalogues, 'messages' | 'twin'>,
  step: Step,
  text: string | null,
): Sentence {
  const own = sentenceFor<Step, 'kind'>(messages.steps, 'kind', step)
  if (step.kind !== 'skipped' && step.kind !== 'matched') return own
  const { chain, line } = step.rule
  const rule = twin.rule(chain, line, text)
  return step.kind === 'skipped'
    ? say`${rule}${own}`
    : say`${rule}${sentenceFor<Deed, 'kind'>(messages.deeds, 'kind', step.did)}`
}

function stepSentence(given: TwinGiven, node: string, step: Step): Sentence {
  const told = step.kind === 'skipped' || step.kind === 'matched'
  return ruleSentence(given.words, step, told ? ruleText(given, node, step.rule) : null)
}
