import { applyEdit } from '../scenario/studio/apply-edit.ts'
import { connections } from '../scenario/studio/connections.ts'
import { copyThings } from '../scenario/studio/copy-things.ts'
import { describeThing } from '../scenario/studio/describe-thing.ts'
import { listThings } from '../scenario/studio/list-things.ts'
import type { Answers, Question } from './protocol.ts'

export type DrawingQuestion = Extract<
  Question,
  { kind: 'edit' | 'thing' | 'outline' | 'connections' | 'copy' }
>

/** What is asked where a topology is drawn: one chunk, that whoever only plays does without. */
export function answerDrawing(question: DrawingQuestion): Answers[DrawingQuestion['kind']] {
  switch (question.kind) {
    case 'edit':
      return applyEdit(question.state, question.edit)
    case 'thing':
      return describeThing(question.state, question.thing)
    case 'outline':
      return listThings(question.state.document)
    case 'connections':
      return connections(question.state.document, question.from)
    case 'copy':
      return { text: copyThings(question.state.document, question.things) }
  }
}
