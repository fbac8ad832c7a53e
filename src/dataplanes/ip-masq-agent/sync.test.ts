import { expect, test } from 'vitest'
import type { Rule } from '../../engine/rule.ts'
import { printRule, printSave } from '../../iptables/print-save.ts'
import { plainFile } from './config-file.ts'
import { type AgentFlags, DEFAULT_FLAGS, GKE_FLAGS, parseFlags } from './flags.ts'
import { type AgentState, FRESH, syncAgent } from './sync.ts'
import { agentProfile } from './version.ts'

const synced = (flags: AgentFlags): AgentState => syncAgent(FRESH, null, flags).state
const take = (text: string, flags = DEFAULT_FLAGS, before = synced(flags)) =>
  syncAgent(before, plainFile(text), flags)
const rulesOf = ({ nat4 }: AgentState, chain = DEFAULT_FLAGS.chain): readonly Rule[] =>
  nat4?.chains.find(({ name }) => name === chain)?.rules ?? []
const printed = (state: AgentState): readonly string[] => rulesOf(state).map(printRule)

test('a refused file leaves everything as it was', () => {
  const before = take('nonMasqueradeCIDRs: [1.1.1.1/32]').state
  const { state, error } = take('nonMasqueradeCIDRs: [x]', DEFAULT_FLAGS, before)
  expect(state).toBe(before)
  expect(error?.by).toBe('agent')
})

test('an agent that starts on a bad file writes nothing at all', () => {
  expect(take('{*', DEFAULT_FLAGS, FRESH).state.nat4).toBeNull()
})

test.each([
  [
    '10.0.0.0/08',
    DEFAULT_FLAGS,
    "iptables-restore v1.8.9 (nf_tables): invalid mask `08' specified",
  ],
  [
    '::ffff:10.0.0.0/104',
    DEFAULT_FLAGS,
    "iptables-restore v1.8.9 (nf_tables): invalid mask `104' specified",
  ],
  [
    'fc00::/08',
    { ...DEFAULT_FLAGS, ipv6: true },
    "ip6tables-restore v1.8.9 (nf_tables): invalid mask `08' specified",
  ],
])('%s passes the agent and is refused when it is restored', (range, flags, text) => {
  const before = synced(flags)
  const { state, error } = take(`nonMasqueradeCIDRs:\n- 1.1.1.1/32\n- ${range}\n`, flags, before)
  expect(error).toEqual({ by: 'iptables-restore', text, line: 3, column: 3 })
  expect(state.config?.ranges, 'the agent has taken the file over').toHaveLength(2)
  const refused = range.startsWith('fc00') ? 'nat6' : 'nat4'
  expect(state[refused]).toBe(before[refused])
  expect(state.nat6).toBe(before.nat6)
})

test('on a fresh node the chain and the jump stand even where the rules are refused', () => {
  const { state } = take('nonMasqueradeCIDRs: [10.0.0.0/08]', DEFAULT_FLAGS, FRESH)
  expect(rulesOf(state, 'POSTROUTING')).toHaveLength(1)
  expect(printed(state)).toEqual([])
})

test.each([
  ['10.0.0.0/010', ' -d 10.0.0.0/8 '],
  ['10.0.0.0/0016', ' -d 10.0.0.0/14 '],
  ['10.64.0.0/010', ' -d 10.0.0.0/8 '],
  ['10.0.0.0/024', ' -d 10.0.0.0/20 '],
])('iptables reads the prefix of %s as octal', (range, option) => {
  const { state, error } = take(`nonMasqueradeCIDRs: [${range}]`)
  expect(error).toBeNull()
  expect(printed(state)[1]).toContain(option)
})

test('each rule says which setting put it there, and where', () => {
  const { state } = take('nonMasqueradeCIDRs:\n  - 1.1.1.1/32\nmasqLinkLocal: false\n')
  expect(rulesOf(state).map(({ origin }) => origin)).toEqual([
    { code: 'agent-link-local', keeps: 'link-local', place: { line: 3, column: 16 } },
    { code: 'agent-configured-range', keeps: 'configured-range', place: { line: 2, column: 5 } },
    { code: 'agent-masquerade' },
  ])
  expect(rulesOf(synced(DEFAULT_FLAGS))[1]?.origin).toEqual({
    code: 'agent-default-range',
    keeps: 'default-range',
  })
  expect(rulesOf(state, 'POSTROUTING')[0]?.origin).toEqual({ code: 'agent-jump' })
})

test('no two rules of a node share an id', () => {
  const { nat4, nat6 } = synced({ ...GKE_FLAGS, ipv6: true })
  const ids = [nat4, nat6].flatMap((table) =>
    (table?.chains ?? []).flatMap(({ rules }) => rules.map(({ id }) => id)),
  )
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.length).toBeGreaterThan(15)
})

test('ports are shared out in proportion to the ranges', () => {
  const flags = parseFlags(['--to-ports=1024-29999,32768-65535'], agentProfile('2.12.0'))
  if (!flags.ok) throw new Error(flags.error.text)
  const masquerade =
    '-m comment --comment "ip-masq-agent: outbound traffic is subject to MASQUERADE (must be last in chain)"'
  const { state } = take('nonMasqueradeCIDRs: []\nmasqLinkLocal: true', flags.value)
  expect(printed(state)).toEqual([
    ...['tcp', 'udp', 'sctp'].flatMap((name) => [
      ` -p ${name} ${masquerade} -m statistic --mode random --probability 0.46929256292 -j MASQUERADE --to-ports 1024-29999 --random-fully`,
      ` -p ${name} ${masquerade} -j MASQUERADE --to-ports 32768-65535 --random-fully`,
    ]),
    ` ${masquerade} -j MASQUERADE --random-fully`,
  ])
})

test.each<[string, boolean, boolean]>([
  ['2.9.1', false, false],
  ['2.10.0', true, true],
  ['2.11.0', true, true],
  ['2.12.1', true, true],
  ['2.12.2', false, true],
])('version %s: quotes in the comment %s, --random-fully %s', (version, quotes, random) => {
  const { nat4 } = synced({ ...DEFAULT_FLAGS, profile: agentProfile(version) })
  const text = nat4 ? printSave(nat4) : ''
  expect(text.includes('"\\"ip-masq-agent: ensure')).toBe(quotes)
  expect(text.includes('--random-fully')).toBe(random)
})

test('--random-fully can be switched off since v2.11.0, and not before', () => {
  const off = ['--random-fully=false']
  for (const [version, random] of [
    ['2.10.0', true],
    ['2.11.0', false],
  ] as const) {
    const flags = parseFlags(off, agentProfile(version))
    const { nat4 } = synced(flags.ok ? flags.value : DEFAULT_FLAGS)
    expect(nat4 !== null && printSave(nat4).includes('--random-fully'), version).toBe(random)
  }
})
