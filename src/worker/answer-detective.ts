import { arrivalsOf } from '../scenario/arrivals/arrivals-of.ts'
import { compareSenders } from '../scenario/detective/compare-senders.ts'
import { diagnose } from '../scenario/detective/diagnose.ts'
import type { Answers, Question } from './protocol.ts'

type Asked = Extract<Question, { readonly kind: 'arrivals' | 'diagnose' | 'compare-senders' }>

/** Why a flow fails, what would help, and what others would have to let in: a chunk of their own. */
export function answerDetective(question: Asked): Promise<Answers[Asked['kind']]> {
  switch (question.kind) {
    case 'arrivals':
      return arrivalsOf(question.state)
    case 'diagnose':
      return diagnose(question.state, question.at)
    case 'compare-senders':
      return compareSenders(question.state, question.other, question.at)
  }
}
