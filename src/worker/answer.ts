import { loadDataplane } from '../dataplanes/registry.ts'
import { err, ok } from '../net/result.ts'
import { evaluate } from '../scenario/evaluate.ts'
import type { AnswerMessage, AnswerResult, Answers, AskMessage, Question } from './protocol.ts'

/** The engine's end of the hallway: each question by itself, so that one that throws harms no other. */
export async function answer({ questions }: AskMessage): Promise<AnswerMessage> {
  const answers = questions.map(async ({ id, question }) => ({
    id,
    result: await guarded(question),
  }))
  return { answers: await Promise.all(answers) }
}

async function guarded(question: Question): Promise<AnswerResult> {
  try {
    return ok(await answerOne(question))
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown)
    return err({ code: 'engine-threw', message })
  }
}

/** What the first view asks is answered here; what answers all else is a chunk of its own. */
async function answerOne(question: Question): Promise<Answers[Question['kind']]> {
  switch (question.kind) {
    case 'evaluate':
      return question.at === undefined
        ? evaluate(question.state)
        : (await import('../scenario/at-moment.ts')).evaluateAt(question.state, question.at)
    case 'words':
      return (await loadDataplane(question.dataplane)).words[question.language]()
    default:
      return (await import('./answer-later.ts')).answerLater(question)
  }
}
