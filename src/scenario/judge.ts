import type { Outcome } from '../engine/trace.ts'
import type { ScenarioDocument } from './document.ts'
import type { Evaluation } from './evaluation.ts'

/** One `expect:` line held against what came of its flow; it is met where nothing differs. */
export interface Judgement {
  readonly flow: string
  readonly differs: readonly {
    readonly field: string
    readonly wanted: string
    readonly got: string
  }[]
}

type Expectation = ScenarioDocument['expect'][number]

export function judge(document: ScenarioDocument, { flows }: Evaluation): readonly Judgement[] {
  return document.expect.map((expected) => {
    const found = flows.find(({ name }) => name === expected.flow)
    if (!found) {
      const got = flows.map(({ name }) => name).join(', ')
      return { flow: expected.flow, differs: [{ field: 'flow', wanted: expected.flow, got }] }
    }
    return { flow: expected.flow, differs: compare(expected, found.trace.outcome) }
  })
}

const FIELDS = ['source', 'result', 'leg', 'symptom', 'by', 'reason'] as const

function compare(expected: Expectation, outcome: Outcome): Judgement['differs'] {
  const reasons = [outcome.reason.code, outcome.because.code]
  const got: Readonly<Record<(typeof FIELDS)[number], string>> = {
    source: outcome.seenAs.address,
    result: outcome.kind,
    leg: outcome.lostOn ?? 'none',
    symptom: outcome.symptom ?? 'none',
    by: outcome.by,
    reason: reasons.find((code) => code === expected.reason) ?? reasons.join(' / '),
  }
  return FIELDS.flatMap((field) => {
    const wanted = expected[field]
    return wanted === undefined || wanted === got[field] ? [] : [{ field, wanted, got: got[field] }]
  })
}
