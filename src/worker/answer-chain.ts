import { chainFacts } from '../scenario/chain-facts/chain-facts.ts'
import { whyNot } from '../scenario/chain-facts/why-not.ts'
import type { Answers, Question } from './protocol.ts'

type ChainQuestion = Extract<Question, { readonly kind: 'chain-facts' | 'why-not' }>

/** What readers of chains ask besides the rules. */
export async function answerChain(
  question: ChainQuestion,
): Promise<Answers[ChainQuestion['kind']]> {
  const { state, at } = question
  return question.kind === 'why-not'
    ? whyNot(state, at, question)
    : chainFacts(state, at, question.node)
}
