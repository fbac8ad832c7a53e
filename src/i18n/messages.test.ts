import { describe, expect, test } from 'vitest'
import type { Assumption, Deed, FailedMatch, Step } from '../engine/trace.ts'
import type { Issue } from '../scenario/issue.ts'
import { WANTED } from '../scenario/schema-issue.ts'
import type { LinkIssue } from '../share/link-issue.ts'
import type { EngineFault } from '../worker/protocol.ts'
import { MORE_REASONS, REASONS } from './fixtures/sample-reasons.ts'
import { LANGUAGES } from './language.ts'
import { loadCatalogue } from './load-catalogue.ts'
import { type Messages, reasonSentence, sentenceFor } from './messages.ts'
import { type Chip, type Part, plain, type Sentence } from './sentence.ts'

const at = { chain: 'IP-MASQ', line: 2 }
const dst = '10.2.1.100'
const src = '100.65.0.50'
const to = '10.1.1.10'
const node = 'node-1'

const FAILED: readonly FailedMatch[] = [
  { field: 'destination', wanted: '172.16.0.0/12', negated: false, got: dst, part: 0 },
  { field: 'destination', wanted: 'fd00:1::/32', negated: false, got: 'fd00:2::5', part: 1 },
  { field: 'source', wanted: '10.0.0.0/8', negated: true, got: to, part: null },
  { field: 'source', wanted: '10.0.0.0/8', negated: false, got: src, part: null },
  { field: 'out-interface', wanted: 'eth1', negated: false, got: 'eth0' },
  { field: 'protocol', wanted: 'tcp', negated: true, got: 'tcp' },
  { field: 'destination-port', wanted: '53', negated: false, got: '443' },
  { field: 'extension', module: 'addrtype', wanted: 'LOCAL', negated: true, got: 'LOCAL' },
  { field: 'extension', module: 'mark', wanted: '0x4000/0x4000', negated: false, got: '0x0' },
]

const rule = { id: 'r', ...at }
const STEPS: readonly Step[] = [
  { kind: 'entered', chain: 'POSTROUTING' },
  ...FAILED.map((failed): Step => ({ kind: 'skipped', rule, failed })),
  { kind: 'matched', rule, did: { kind: 'returned' } },
  { kind: 'resumed', chain: 'POSTROUTING', line: 3, from: 'IP-MASQ', by: rule },
  { kind: 'policy', chain: 'POSTROUTING', policy: 'ACCEPT' },
]
const DEEDS: readonly Deed[] = [
  { kind: 'counted' },
  { kind: 'jumped', chain: 'IP-MASQ' },
  { kind: 'went', chain: 'IP-MASQ' },
  { kind: 'returned' },
  { kind: 'accepted' },
  { kind: 'logged', prefix: 'seen:' },
  { kind: 'marked', of: 'packet', from: 0, to: 0x4000 },
  { kind: 'marked', of: 'connection', from: 0, to: 1 },
  {
    kind: 'rewrote',
    target: 'MASQUERADE',
    changes: [{ field: 'src', from: src, to }],
  },
  { kind: 'bound', target: 'SNAT' },
  { kind: 'tunnelled', node },
  { kind: 'dropped', text: 'No egress gateway found' },
  { kind: 'undetermined', probability: 0.469 },
]

const params = {
  key: 'nonMasqueradeCIDRS',
  keys: 'apiVersion, kind',
  what: 'namespace',
  name: 'node-9',
  known: 'node-1, node-2',
  at: 'pods.3.node',
  address: '10.1.1.10',
  other: 'node-8',
  vpc: 'vpc',
  cluster: 'cluster',
  node: 'node-1',
  network: 'on-prem',
  hops: 'vpc → nat-vm → vpc',
  priority: '1000',
  tag: 'no-ip',
  ranges: '10.1.1.0/24, 10.1.2.0/24',
  range: '10.1.1.0/24',
  by: '10.0.0.0/8',
  text: '10.1.1.5/24',
  aligned: '10.1.1.0/24',
  message: 'bad indentation',
  limit: '100',
  value: '"x"',
  expected: '"tcp"',
  port: '70000',
  family: '6',
  found: '2',
  kind: 'pod',
  needs: 'node',
  zone: 'node-1',
  size: '/24',
  from: 'pod-a',
  to: 'vpc',
  most: '200',
}
const issue = (code: Issue['code'], path: string, given: Issue['params']): Issue => ({
  code,
  path,
  line: 1,
  column: 1,
  params: given,
})
const WRONG_VALUES = WANTED.flatMap((wanted) => [
  issue('wrong-value', 'nodes.0.address', { wanted, of: 'tcp, udp', value: '"x"' }),
  issue('wrong-value', 'nodes.0.address', { wanted, of: '200', found: 'list' }),
  issue('wrong-value', 'flow.to', { wanted, of: '200', found: 'fields' }),
])
const issuesOf = (messages: Messages): readonly Issue[] =>
  (Object.keys(messages.issues) as Issue['code'][]).flatMap((code) => {
    if (code === 'wrong-value') return WRONG_VALUES
    return [
      issue(code, 'nodes.0.address', params),
      issue(code, 'flow.to', { ...params, aligned: '', known: '', found: '0' }),
    ]
  })

const ASSUMPTIONS = (messages: Messages) =>
  (Object.keys(messages.assumptions) as Assumption['code'][]).flatMap((code): Assumption[] => [
    { code },
    { code, detail: 'private-api' },
  ])
const FAULTS: readonly EngineFault[] = [
  { code: 'engine-threw', message: 'every node has a policy' },
  { code: 'engine-stuck', afterMs: 3000 },
  { code: 'engine-gone' },
]
const LINK_ISSUES: readonly LinkIssue[] = [
  { code: 'newer-version', version: '9.0', known: '1.1' },
  { code: 'cut' },
  { code: 'double-encoded' },
  { code: 'unreadable' },
  { code: 'too-large', limit: 1 << 20 },
  { code: 'invalid', path: 'state.flow.port', salvaged: true },
  { code: 'invalid', path: 'state.document', salvaged: false },
]

/** Every sentence of a language, under a name that is the same in all languages. */
function sentences(m: Messages): readonly (readonly [string, Sentence])[] {
  const all: (readonly [string, Sentence])[] = []
  const add = (name: string, list: readonly Sentence[]) => {
    for (const [i, sentence] of list.entries()) all.push([`${name} ${i}`, sentence])
  }
  add(
    'reason',
    [...Object.values(REASONS), ...MORE_REASONS].map((r) => reasonSentence(m, r)),
  )
  add('failed', FAILED.map(m.failedMatch.sentence))
  add(
    'step',
    STEPS.map((s) => sentenceFor(m.steps, 'kind', s)),
  )
  add(
    'deed',
    DEEDS.map((d) => sentenceFor(m.deeds, 'kind', d)),
  )
  add(
    'assumption',
    ASSUMPTIONS(m).map((a) => sentenceFor(m.assumptions, 'code', a)),
  )
  add(
    'issue',
    issuesOf(m).map((i) => sentenceFor(m.issues, 'code', i)),
  )
  add(
    'fault',
    FAULTS.map((f) => sentenceFor(m.faults, 'code', f)),
  )
  add(
    'link',
    LINK_ISSUES.map((i) => sentenceFor(m.linkIssues, 'code', i)),
  )
  add('config state', Object.values(m.config.states))
  add('refused by', Object.values(m.config.refusedBy))
  const notes = Object.entries(m.config.notes)
  add(
    'note',
    notes.map(([code, say]) => say({ code: code as never, line: 1, params })),
  )
  return all
}

const [en, ko, ja] = (await Promise.all(LANGUAGES.map(loadCatalogue))) as [
  Messages,
  Messages,
  Messages,
]
const chips = (sentence: Sentence): readonly Chip[] =>
  sentence.filter((part: Part): part is Chip => typeof part !== 'string')
const sorted = (sentence: Sentence) =>
  chips(sentence)
    .map(({ kind, text }) => `${kind} ${text}`)
    .toSorted()

/** Words that Korean and Japanese engineers write in Latin letters. */
const LATIN =
  /SNAT|Private Service Connect|MED|Service|Google|VM|ICMP|NAT|nat|IPv[46]|IP|VPC|Pod|POSTROUTING|ConfigMap|conntrack|ip-masq-agent|GKE|YAML|KiB|Cloud|Dataplane V2|false|eBPF|tc egress|Egress/g

describe.each([en, ko, ja])('In $language', (messages) => {
  test('every sentence says something and shows no empty chip', () => {
    const empty = sentences(messages).filter(
      ([, sentence]) =>
        plain(sentence).trim().length < 4 || chips(sentence).some(({ text }) => text === ''),
    )
    // Missing parameters are the one reason for an empty chip; the samples leave some out.
    expect(empty.map(([name, sentence]) => [name, plain(sentence)])).toEqual([])
  })

  test('no sentence has a hole, a doubled space or an unresolved particle', () => {
    for (const [name, sentence] of sentences(messages)) {
      expect(plain(sentence), name).not.toMatch(
        /undefined|null|NaN|\[object| {2}|은\(는\)|을\(를\)/,
      )
    }
  })

  test('every chip is of the same kind and text as in English', () => {
    const english = new Map(sentences(en))
    for (const [name, sentence] of sentences(messages)) {
      expect(sorted(sentence), name).toEqual(sorted(english.get(name) ?? []))
    }
  })
})

describe.each([
  [ko, /[가-힣]/, /(다\.|세요\.|:)$/],
  [ja, /[぀-ヿ一-鿿]/, /(ます|です|せん|した|さい|ん)[。:]$/],
] as const)('In the catalogue of %#', (messages, script, ending) => {
  test('no sentence is left in English', () => {
    for (const [name, sentence] of sentences(messages)) {
      const own = sentence.filter((part) => typeof part === 'string').join(' ')
      expect(own, name).toMatch(script)
      expect(own.replace(LATIN, ''), name).not.toMatch(/[A-Za-z]{2,}/)
    }
  })

  test('every sentence that ends in words ends politely', () => {
    for (const [name, sentence] of sentences(messages)) {
      const last = sentence.at(-1)
      if (typeof last === 'string') expect(last, name).toMatch(ending)
    }
  })
})

/** Every word of the interface; those that take parameters are given one of each sort. */
function words(value: unknown, path: string): readonly (readonly [string, Sentence])[] {
  if (typeof value === 'function') {
    return words(path.includes('.summary.') ? value(OUTCOME) : value('1', '2', '3'), path)
  }
  if (typeof value === 'string') return [[path, [value]]]
  if (Array.isArray(value)) return [[path, value as Sentence]]
  return Object.entries(value as object).flatMap(([key, inner]) => words(inner, `${path}.${key}`))
}
const OUTCOME = {
  kind: 'delivered',
  source: 'kept',
  seenAs: { address: src, owner: 'pod' },
  by: 'endpoint:private-api',
  reason: REASONS.arrived,
  because: REASONS['kept-no-rule'],
}

test.each([en, ko, ja])('the interface has a word for everything in $language', (messages) => {
  const all = [...words(messages.ui, 'ui'), ...words(messages.names, 'names')]
  expect(all.length).toBeGreaterThan(150)
  for (const [path, word] of all) expect(plain(word), path).toMatch(/\S/)
})

test.each([ko, ja])('no word of the interface is left in English in $language', (messages) => {
  for (const [path, word] of [...words(messages.ui, 'ui'), ...words(messages.names, 'names')]) {
    if (path === 'ui.language.en' || path.includes('.builtinGroups.')) continue
    const own = word.filter((part) => typeof part === 'string').join(' ')
    if (/[가-힣぀-ヿ一-鿿]/.test(own)) expect(own, path).not.toMatch(/[a-z]{2,} [a-z]{2,}/)
    else expect(own.replace(LATIN, ''), path).not.toMatch(/[a-z]{2,}/)
  }
})

test('a catalogue with a sentence missing does not compile', () => {
  // @ts-expect-error: the other faults have no sentence
  const faults: Messages['faults'] = { 'engine-gone': () => ['gone'] }
  expect(Object.keys(faults)).toEqual(['engine-gone'])
})
