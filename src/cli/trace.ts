import { loadDataplane } from '../dataplanes/registry.ts'
import { LANGUAGES, type Language } from '../i18n/language.ts'
import { LEVELS, type Level } from '../i18n/levels/level.ts'
import { loadCatalogueAt } from '../i18n/load-level.ts'
import { loadPathWords } from '../i18n/load-path-words.ts'
import { loadTwinWords } from '../i18n/load-twin-words.ts'
import type { TwinCatalogues } from '../i18n/twin/given.ts'
import { tellTwin } from '../i18n/twin/tell-twin.ts'
import { twinText } from '../i18n/twin/twin-text.ts'
import { evaluate } from '../scenario/evaluate.ts'
import type { Evaluation } from '../scenario/evaluation.ts'
import { ruleBook } from '../scenario/rule-book.ts'
import type { FlowSpec, ScenarioState } from '../scenario/state.ts'
import { studiedDataplane } from '../scenario/studied-cluster.ts'
import {
  BadInput,
  type Command,
  describeAt,
  loadScenario,
  readArgs,
  refuseIssues,
} from './command.ts'

export const traceCommand: Command = {
  usage:
    'FILE [--flow NAME] [--lang en|ko|ja] [--level manager|engineer|kernel] [--json]   what becomes of each flow, in words; warnings go to stderr',
  async run(args) {
    const { files, options } = readArgs(args, {
      flow: 'string',
      lang: 'string',
      level: 'string',
      json: 'boolean',
    })
    const language = oneOf('--lang', LANGUAGES, options.lang ?? 'en')
    const level = oneOf('--level', LEVELS, options.level ?? 'engineer')
    const loaded = loadScenario(files[0])
    const { flows, issues, warnings } = await evaluate(loaded.state)
    refuseIssues(loaded, issues)
    const chosen = flows.filter(({ name }) => options.flow === undefined || name === options.flow)
    if (chosen.length === 0) {
      const known = flows.map(({ name }) => name).join(', ')
      throw new BadInput(
        `${loaded.file}: no flow ${options.flow ?? ''}; there are: ${known || 'none'}`,
      )
    }
    process.stdout.write(
      options.json
        ? `${JSON.stringify(
            chosen.map(({ trace }) => trace),
            null,
            2,
          )}\n`
        : await inWords(loaded.state, chosen, language, level),
    )
    for (const warning of warnings) {
      process.stderr.write(`snat trace: warning: ${describeAt(loaded, warning)}\n`)
    }
    return 0
  },
}

function oneOf<const T extends string>(option: string, known: readonly T[], asked: string): T {
  const found = known.find((each) => each === asked)
  if (found === undefined) {
    throw new BadInput(`${option}: no ${asked}; there are: ${known.join(', ')}`)
  }
  return found
}

/** The text twin of the screen for each flow, as the screen would have it with that flow chosen. */
async function inWords(
  state: ScenarioState,
  flows: Evaluation['flows'],
  language: Language,
  level: Level,
): Promise<string> {
  const words = await cataloguesIn(language, level, state)
  const texts: string[] = []
  for (const { name } of flows) {
    const flow = state.document.flows.find((each) => each.name === name)
    texts.push(await inWordsOf({ ...state, flow: flow ?? state.flow }, level, words))
  }
  return texts.join('\n')
}

async function inWordsOf(
  scenario: ScenarioState & { readonly flow: FlowSpec },
  level: Level,
  words: TwinCatalogues,
): Promise<string> {
  const { trace, map } = await evaluate(scenario)
  const rules = await ruleBook(scenario, null)
  return twinText(tellTwin({ scenario, trace, map, rules, diagnosis: null, level, words }))
}

async function cataloguesIn(
  language: Language,
  level: Level,
  state: ScenarioState,
): Promise<TwinCatalogues> {
  const { words } = await loadDataplane(studiedDataplane(state.document))
  const [messages, own, twin, path] = await Promise.all([
    loadCatalogueAt(language, level),
    words[language](),
    loadTwinWords(language),
    loadPathWords(language),
  ])
  return { messages, own, twin, path, detective: null }
}
