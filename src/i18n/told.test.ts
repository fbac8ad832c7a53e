import { describe, expect, test } from 'vitest'
import { loadDataplane } from '../dataplanes/registry.ts'
import type { DataplaneWords } from '../dataplanes/words.ts'
import type { Leg, Trace } from '../engine/trace.ts'
import { evaluate } from '../scenario/evaluate.ts'
import type { Evaluation, RuleBook } from '../scenario/evaluation.ts'
import { BUILTINS } from '../scenario/fixtures/builtin-states.ts'
import { ruleBook } from '../scenario/rule-book.ts'
import type { ScenarioState } from '../scenario/state.ts'
import { studiedDataplane } from '../scenario/studied-cluster.ts'
import { LANGUAGES } from './language.ts'
import { loadCatalogue } from './load-catalogue.ts'
import {
  agentSentence,
  assumptionSentence,
  type Messages,
  noteSentence,
  originSentence,
  reasonSentence,
  refuserSentence,
  sentenceFor,
  writerName,
} from './messages.ts'
import type { Sentence } from './sentence.ts'

const [first] = BUILTINS
const catalogues = await Promise.all(LANGUAGES.map(loadCatalogue))

const withConfig = (text: string): ScenarioState => ({
  ...first,
  manifests: { applied: true, text, inForce: null },
})
const withFlow = (to: string, from: string): ScenarioState => ({
  ...first,
  flow: { name: 'own', from, to, protocol: 'tcp', port: 443 },
})
const manifest = (name: string, lines: readonly string[]): string =>
  [
    'apiVersion: v1',
    'kind: ConfigMap',
    `metadata: { name: ${name}, namespace: kube-system }`,
    'data:',
    '  config: |',
    ...lines.map((line) => `    ${line}`),
  ].join('\n')

/** Scenarios whose tellings between them use nearly all that can be told. */
const STATES: readonly (readonly [string, ScenarioState])[] = [
  ...BUILTINS.map((state) => [state.document.metadata.name, state] as const),
  [
    'all notes',
    withConfig(
      manifest('ip-masq-agent', [
        'NonMasqueradeCIDRs: [10.0.0.0/8, 10.0.0.0/8, 10.1.0.0/16]',
        'masqLinkLocall: true',
        'apiVersion: v1',
        '---',
        'second: document',
      ]),
    ),
  ],
  [
    'a ConfigMap beside the one that is read',
    withConfig(
      [
        manifest('ip-masq-agent', []),
        manifest('ip-masq-agent-config', ['nonMasqueradeCIDRs: []']),
      ].join('\n---\n'),
    ),
  ],
  ['an empty list', withConfig(manifest('ip-masq-agent', ['nonMasqueradeCIDRs: []']))],
  ['another name', withConfig(manifest('masq-agent', ['masqLinkLocal: true']))],
  ['a refused range', withConfig(manifest('ip-masq-agent', ['nonMasqueradeCIDRs: [10/8]']))],
  ['no address', withFlow('10.2.1.', 'pod-a')],
  ['no destination', withFlow('', 'pod-a')],
  ['nobody sends', withFlow('8.8.8.8', 'pod-z')],
  ['another family', withFlow('2001:db8::1', 'pod-a')],
  ['the node itself', withFlow('10.1.1.10', 'pod-a')],
  ['nobody there', withFlow('10.2.9.9', 'node-1')],
]

function told(
  messages: Messages,
  own: DataplaneWords,
  { evaluation, nodes }: { readonly evaluation: Evaluation } & RuleBook,
): readonly Sentence[] {
  const { trace, flows, config, switches, issues } = evaluation
  const traces = [...flows.map((flow) => flow.trace), ...(trace ? [trace] : [])]
  const rules = nodes.flatMap(({ chains }) => chains).flatMap((chain) => chain.rules)
  return [
    ...traces.flatMap((each) => tellTrace(messages, own, each)),
    messages.config.states[config.state],
    ...(config.error ? [refuserSentence(messages, own, config.error.by)] : []),
    ...config.notes.map((note) => noteSentence(messages, own, note)),
    ...issues.map((issue) => sentenceFor(messages.issues, 'code', issue)),
    ...(switches.agent ? [agentSentence(messages, own, switches.agent.why) ?? []] : []),
    ...rules.map((rule) => originSentence(messages, own, rule.origin ?? '', rule.configLine) ?? []),
    ...nodes.map(({ writer }) => [writerName(own, writer)]),
  ]
}

function tellTrace(messages: Messages, own: DataplaneWords, trace: Trace): readonly Sentence[] {
  const tellLeg = ({ hops }: Leg): readonly Sentence[] =>
    hops.flatMap(({ reason, walk }) => [
      reasonSentence(messages, reason),
      ...(walk?.steps ?? []).flatMap((step) => [
        sentenceFor(messages.steps, 'kind', step),
        ...(step.kind === 'matched' ? [sentenceFor(messages.deeds, 'kind', step.did)] : []),
        ...(step.kind === 'skipped' ? [[messages.failedMatch.short(step.failed)]] : []),
      ]),
    ])
  return [
    ...tellLeg(trace.forward),
    ...(trace.reply ? tellLeg(trace.reply) : []),
    reasonSentence(messages, trace.outcome.because),
    ...trace.assumptions.map((assumption) => assumptionSentence(messages, own, assumption)),
  ]
}

describe.each(STATES)('What the engine says of %s', async (_name, state) => {
  const evaluation = await evaluate(state)
  const rules = await ruleBook(state, null)

  const { words } = await loadDataplane(studiedDataplane(state.document))

  test.each(catalogues)('is told without a gap in $language', async (messages) => {
    const own = await words[messages.language]()
    const sentences = told(messages, own, { evaluation, ...rules })
    expect(sentences.length).toBeGreaterThan(5)
    for (const sentence of sentences) {
      expect(sentence.length, JSON.stringify(sentence)).toBeGreaterThan(0)
      for (const part of sentence) {
        expect(typeof part === 'string' ? part : part.text, JSON.stringify(sentence)).not.toBe('')
      }
    }
  })
})

test('the samples bring out every note on a ConfigMap', async () => {
  const evaluations = await Promise.all(STATES.map(([, state]) => evaluate(state)))
  const seen = evaluations.flatMap(({ config }) => config.notes.map(({ code }) => code))
  const shared = Object.keys(catalogues[0]?.config.notes ?? {})
  expect(shared.filter((code) => !seen.includes(code))).toEqual([])
})
