import { DATAPLANE_IDS, type DataplaneId, loadDataplane } from '../dataplanes/registry.ts'
import type { LoadWords } from '../dataplanes/words.ts'
import type { Answers, DataplaneName, Question } from './protocol.ts'

type LaterQuestion = Exclude<Question, { readonly kind: 'evaluate' | 'words' }>

/** What is asked once the first view stands. */
export async function answerLater(
  question: LaterQuestion,
): Promise<Answers[LaterQuestion['kind']]> {
  switch (question.kind) {
    case 'rules': {
      const { rulesOf } = await import('./rules-of.ts')
      return rulesOf(question.state, question.at, question.node)
    }
    case 'chain-facts':
    case 'why-not':
      return (await import('./answer-chain.ts')).answerChain(question)
    case 'compare': {
      const { compare } = await import('../scenario/compare/compare.ts')
      return compare(question.state, question.dataplanes)
    }
    case 'arrivals':
    case 'diagnose':
    case 'compare-senders':
      return (await import('./answer-detective.ts')).answerDetective(question)
    case 'probe': {
      const { probing } = await import('../scenario/probe/probe.ts')
      return probing(question.state, question.request, question.at)
    }
    case 'cluster-checks': {
      const { checksOn } = await import('../scenario/probe/probe.ts')
      return checksOn(question.state, question.at)
    }
    case 'read-settings': {
      const { readSettings } = await import('../scenario/settings/read-settings.ts')
      return readSettings(question.state)
    }
    case 'change-setting': {
      const { changeSettingOf } = await import('./change-setting-of.ts')
      return changeSettingOf(question.state, question.key, question.value)
    }
    case 'choose-dataplane': {
      const { chooseDataplane } = await import('../scenario/choose-dataplane.ts')
      return chooseDataplane(question.state, question.dataplane)
    }
    case 'dataplanes':
      return Promise.all(DATAPLANE_IDS.map((id) => nameOf(id, question.language)))
    case 'set-masq-link-local': {
      const { setMasqLinkLocal } = await import('../dataplanes/ip-masq-agent/edit.ts')
      const edited = setMasqLinkLocal(question.text, question.value)
      return { text: edited.ok ? edited.value : null }
    }
    case 'edit':
    case 'thing':
    case 'outline':
    case 'connections':
    case 'copy':
      return (await import('./answer-drawing.ts')).answerDrawing(question)
    case 'sources': {
      const { sourcesOf } = await import('../scenario/sources.ts')
      return sourcesOf(question.dataplane)
    }
    case 'fetch-the-rest':
      return fetchTheRest()
  }
}

/** What it installs with, and what it says in every language. */
async function fetchWhole(id: DataplaneId): Promise<void> {
  const { fetchTheRest, words } = await loadDataplane(id)
  await Promise.all([fetchTheRest(), ...Object.values(words).map((load) => load())])
}

async function nameOf(id: DataplaneId, language: keyof LoadWords): Promise<DataplaneName> {
  const { name, about } = await (await loadDataplane(id)).words[language]()
  return { id, name, about }
}

async function fetchTheRest(): Promise<Answers['fetch-the-rest']> {
  await Promise.all([
    ...DATAPLANE_IDS.map(fetchWhole),
    import('../dataplanes/ip-masq-agent/edit.ts'),
    import('../scenario/at-moment.ts'),
    import('../scenario/held-back.ts'),
    import('../scenario/type-manual-rules.ts'),
    import('../scenario/sources.ts'),
    import('./change-setting-of.ts'),
    import('../scenario/settings/read-settings.ts'),
    import('../scenario/choose-dataplane.ts'),
    import('../scenario/agent-timing.ts'),
    import('../scenario/program-rows.ts'),
    import('./rules-of.ts'),
    import('../scenario/compare/compare.ts'),
    import('../scenario/probe/probe.ts'),
    import('./answer-chain.ts'),
    import('./answer-detective.ts'),
    import('./answer-drawing.ts'),
  ])
  return { fetched: true }
}
