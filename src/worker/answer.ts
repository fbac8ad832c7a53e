import { setMasqLinkLocal } from '../dataplanes/ip-masq-agent/edit.ts'
import { err, ok } from '../net/result.ts'
import { evaluate } from '../scenario/evaluate.ts'
import type { AnswerMessage, AnswerResult, Answers, AskMessage, Question } from './protocol.ts'

/** The engine's end of the hallway: each question by itself, so that one that throws harms no other. */
export const answer = ({ questions }: AskMessage): AnswerMessage => ({
  answers: questions.map(({ id, question }) => ({ id, result: guarded(question) })),
})

function guarded(question: Question): AnswerResult {
  try {
    return ok(answerOne(question))
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown)
    return err({ code: 'engine-threw', message })
  }
}

function answerOne(question: Question): Answers[Question['kind']] {
  switch (question.kind) {
    case 'evaluate':
      return evaluate(question.state)
    case 'set-masq-link-local': {
      const edited = setMasqLinkLocal(question.text, question.value)
      return { text: edited.ok ? edited.value : null }
    }
  }
}
