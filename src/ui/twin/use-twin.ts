import { use, useMemo } from 'react'
import { loadDetectiveWords } from '../../i18n/load-detective-words.ts'
import { loadPathWords } from '../../i18n/load-path-words.ts'
import { tellTwin } from '../../i18n/twin/tell-twin.ts'
import type { Twin } from '../../i18n/twin/twin.ts'
import { useDetective } from '../../store/detective.ts'
import { useExplaining } from '../../store/explaining.ts'
import { useInvestigating } from '../../store/investigation.ts'
import { usePlayground } from '../../store/playground.ts'
import { useEvaluation, useMessages, useOwnWords } from '../../store/reading.ts'
import { NO_RULES, useRuleBook } from '../../store/rule-book.ts'
import { useTwinWords } from './use-twin-words.ts'

/** What is on show, as a text; null before the first answer. Fixes are in it where one looks for them. */
export function useTwin(): Twin | null {
  const messages = useMessages()
  const own = useOwnWords()
  const evaluation = useEvaluation()
  const scenario = usePlayground((state) => state.scenario)
  const rules = useRuleBook() ?? NO_RULES
  const twin = useTwinWords()
  const path = use(loadPathWords(messages.language))
  const detective = use(loadDetectiveWords(messages.language))
  const { diagnosis } = useDetective()
  const { level } = useExplaining()
  const investigating = useInvestigating()
  return useMemo(() => {
    if (evaluation === null) return null
    const { trace, map } = evaluation
    return tellTwin({
      scenario,
      trace,
      map,
      rules,
      diagnosis: investigating ? diagnosis : null,
      level,
      words: { messages, own, twin, path, detective },
    })
  }, [
    evaluation,
    scenario,
    rules,
    diagnosis,
    investigating,
    level,
    messages,
    own,
    twin,
    path,
    detective,
  ])
}
