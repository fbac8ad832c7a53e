import { DATAPLANE_IDS, type DataplaneId, loadDataplane } from '../dataplanes/registry.ts'
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

/** What it installs with, and what it says in every language. */
async function fetchWhole(id: DataplaneId): Promise<void> {
  const { fetchTheRest, words } = await loadDataplane(id)
  await Promise.all([fetchTheRest(), ...Object.values(words).map((load) => load())])
}

async function answerOne(question: Question): Promise<Answers[Question['kind']]> {
  switch (question.kind) {
    case 'evaluate':
      return evaluate(question.state)
    case 'words':
      return (await loadDataplane(question.dataplane)).words[question.language]()
    case 'set-masq-link-local': {
      const { setMasqLinkLocal } = await import('../dataplanes/ip-masq-agent/edit.ts')
      const edited = setMasqLinkLocal(question.text, question.value)
      return { text: edited.ok ? edited.value : null }
    }
    case 'fetch-the-rest': {
      await Promise.all([
        ...DATAPLANE_IDS.map(fetchWhole),
        import('../dataplanes/ip-masq-agent/edit.ts'),
      ])
      return { fetched: true }
    }
  }
}
