import { useMemo } from 'react'
import type { Evaluation, RuleBook, RuleRow } from '../../../scenario/evaluation.ts'
import { usePlayground } from '../../../store/playground.ts'
import { useDataplaneOnShow, useEvaluation, useMessages } from '../../../store/reading.ts'
import { NO_RULES, useRuleBook } from '../../../store/rule-book.ts'
import { usePointedLine } from '../../../store/settings.ts'
import { rulesWithLines } from '../rule-of-range.ts'
import type { LineMark } from './line-marks.ts'
import type { EditorShows } from './mount-editor.ts'

/** What the editor shows: the text as typed, and what the engine says about its lines. */
export function useEditorShows(open: boolean): EditorShows {
  const { ui } = useMessages()
  const text = usePlayground((state) => state.scenario.manifests.text)
  const litRule = usePlayground((state) => state.litRule)
  const pointedLine = usePointedLine()
  const evaluation = useEvaluation()
  const rules = useRuleBook() ?? NO_RULES
  const told = useMemo(() => toldAbout(evaluation, rules), [evaluation, rules])
  const pointed = told.lines.get(litRule ?? '') ?? pointedLine
  const { complaint, marks } = told
  const label = useEditorLabel()
  const description = ui.panels.editor.hint
  return useMemo(
    () => ({ text, label, description, complaint, marks, pointed, open }),
    [text, label, description, complaint, marks, pointed, open],
  )
}

/** A ConfigMap where an agent reads one, manifests of any kind elsewhere. */
export function useEditorLabel(): string {
  const { ui } = useMessages()
  return useDataplaneOnShow() === 'gke-standard' ? ui.config.editor : ui.panels.settings.manifests
}

function toldAbout(evaluation: Evaluation | null, rules: RuleBook) {
  const error = evaluation?.config.error ?? null
  const rows = rulesWithLines(rules)
  return {
    complaint: error && { message: error.text, line: error.line, column: error.column },
    marks: evaluation === null ? [] : marksFor(evaluation, rows),
    lines: new Map(rows.map(({ ref, configLine }) => [ref.id, configLine])),
  }
}

/** One sign a line: an error before a note, a note before the owner. */
function marksFor(evaluation: Evaluation, rows: readonly RuleRow[]): readonly LineMark[] {
  const { error, notes } = evaluation.config
  const signs = new Map<number, LineMark['sign']>()
  for (const { configLine, destinationOwner } of rows) {
    if (configLine !== null) signs.set(configLine, destinationOwner)
  }
  for (const { line } of notes) if (line !== null) signs.set(line, 'note')
  if (error !== null && error.line !== null) signs.set(error.line, 'error')
  return [...signs].map(([line, sign]) => ({ line, sign }))
}
