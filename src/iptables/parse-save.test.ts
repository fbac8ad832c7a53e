import { describe, expect, test } from 'vitest'
import { invariant } from '../net/invariant.ts'
import type { IptablesIssue } from './issue.ts'
import { parseSave, type SavedRules } from './parse-save.ts'
import { printSave } from './print-save.ts'

function saved(text: string): SavedRules {
  const parsed = parseSave(text, { family: 4 })
  invariant(parsed.ok, 'the text is good')
  return parsed.value
}

function issue(text: string, family: 4 | 6 = 4): IptablesIssue | null {
  const parsed = parseSave(text, { family })
  return parsed.ok ? null : parsed.error
}

const nat = (...lines: readonly string[]): string => `*nat\n${lines.join('\n')}\nCOMMIT\n`

test('an empty text is a table with its built-in chains', () => {
  const { table, counters, skipped } = saved('')
  expect(table).toEqual({
    family: 4,
    chains: ['PREROUTING', 'INPUT', 'OUTPUT', 'POSTROUTING'].map((name) => ({
      name,
      policy: 'ACCEPT',
      rules: [],
    })),
  })
  expect(counters.chains.get('INPUT')).toEqual({ packets: 0, bytes: 0 })
  expect(skipped).toEqual([])
})

test('chains stand in the order of every listing: built in, then by name', () => {
  const { table } = saved(nat(':b - [0:0]', ':B - [0:0]', ':ab - [0:0]', ':a - [0:0]'))
  expect(table.chains.map(({ name }) => name).slice(4)).toEqual(['B', 'a', 'ab', 'b'])
  expect(table.chains[4]?.policy).toBeNull()
})

test('counters belong to chains by name and to rules by id', () => {
  const { table, counters } = saved(
    nat(
      ':POSTROUTING ACCEPT [12:3456]',
      '[7:89] -A POSTROUTING -j ACCEPT',
      '-A POSTROUTING -c 1 2',
    ),
  )
  const rules = table.chains.flatMap((chain) => chain.rules)
  expect(counters.chains.get('POSTROUTING')).toEqual({ packets: 12, bytes: 3456 })
  expect(rules.map(({ id }) => counters.rules.get(id))).toEqual([
    { packets: 7, bytes: 89 },
    { packets: 1, bytes: 2 },
  ])
  expect(rules.map(({ id }) => id)).toEqual(['4:POSTROUTING:1', '4:POSTROUTING:2'])
})

test('other tables are passed over by name, whatever is in them', () => {
  const text = `# made by hand\n*filter\n:FOO BAR\nnonsense\nCOMMIT\n${nat('-A POSTROUTING')}*mangle\nCOMMIT\n`
  const { table, skipped } = saved(text)
  expect(skipped).toEqual(['filter', 'mangle'])
  expect(table.chains[3]?.rules).toHaveLength(1)
})

test('of two tables nat the later one counts', () => {
  const { table } = saved(`${nat('-A INPUT')}${nat('-A OUTPUT')}`)
  expect(table.chains.map(({ rules }) => rules.length)).toEqual([0, 0, 1, 0])
})

test('a line for the other family is nothing', () => {
  expect(saved(nat('-A INPUT -6', '-6 -A INPUT')).table.chains[1]?.rules).toEqual([])
  expect(saved(nat('-4 -A INPUT')).table.chains[1]?.rules).toHaveLength(1)
})

test('the last line needs no end', () => {
  expect(saved('*nat\n-A INPUT\nCOMMIT').table.chains[1]?.rules).toHaveLength(1)
})

describe('an issue stands where its cause is', () => {
  test.each<[string, Partial<IptablesIssue>]>([
    ['x\n', { line: 1, column: 1, code: 'syntax', message: 'line 1 failed' }],
    ['  \n', { line: 1, code: 'syntax', message: 'line 1 failed' }],
    ['\n*foo\n', { line: 2, message: "iptables-restore: line 2 table name 'foo' invalid" }],
    ['*\n', { code: 'unknown-table', message: 'iptables-restore: line 1 table name invalid' }],
    ['*nat\n', { line: 2, code: 'commit-missing', message: 'COMMIT expected at line 2' }],
    ['*filter\n-A FOO\n', { line: 3, code: 'commit-missing' }],
    [
      '*nat\nCOMMITX\n',
      { line: 2, column: 1, code: 'bad-argument', message: "Bad argument `COMMITX'" },
    ],
    ['*nat\n*nat\n', { line: 2, message: "Bad argument `*nat'" }],
    ['*nat\n \n', { line: 2, code: 'no-command', message: 'no command specified' }],
    [nat(':'), { line: 2, message: 'iptables-restore: line 2 chain name invalid' }],
    [nat(':A'), { line: 2, message: 'iptables-restore: line 2 policy invalid' }],
    [
      nat(':ACCEPT -'),
      {
        line: 2,
        column: 2,
        code: 'bad-name',
        message: 'chain name may not clash with target name',
      },
    ],
    [nat(':DROP -'), { code: 'bad-name' }],
    [nat(':QUEUE -'), { code: 'bad-name' }],
    [nat(':!A -'), { message: "chain name not allowed to start with `!'" }],
    [
      nat(`:${'가'.repeat(10)} -`),
      { message: `chain name \`${'가'.repeat(10)}' too long (must be under 29 chars)` },
    ],
    [
      nat('', ':INPUT  FOO'),
      { line: 3, column: 9, code: 'bad-policy', message: 'line 3 failed: Bad policy name.' },
    ],
    [nat(':INPUT DROP'), { line: 2, code: 'unsupported-policy', message: 'DROP' }],
    [nat('[1:2 -A INPUT'), { code: 'syntax', message: 'Bad line 2: need ]' }],
    [nat('[12] -A INPUT'), { message: 'Bad line 2: need ]' }],
    ['*nat\n[:]', { message: 'Bad line 2: need ]' }],
    [
      nat('-A INPUT -s 10.0.0.0/8 -d 10.0.0.300'),
      { line: 2, column: 27, code: 'bad-address', message: "host/network `10.0.0.300' not found" },
    ],
    [
      nat('-A INPUT  -p tcp --dport 70000'),
      { column: 26, code: 'bad-port', message: "invalid port/service `70000' specified" },
    ],
    [nat('-A INPUT -m  mark -j ACCEPT'), { column: 14, code: 'missing-option' }],
    [nat('-A INPUT -j  SNAT'), { column: 14, code: 'missing-option' }],
    [nat('-A INPUT -o eth0'), { column: 1, code: 'interface-not-here' }],
    [nat('  -A FOO'), { line: 2, column: 3, code: 'no-such-chain' }],
    [nat('-A averyveryverylongchainnamehere'), { column: 4, code: 'bad-name' }],
    [nat('-A INPUT -m comment --comment "x" "'), { column: 35, code: 'bad-argument' }],
    [nat('', '-A INPUT -j MASQUERADE'), { line: 3, column: 1, code: 'kernel-refused' }],
  ])('%j', (text, expected) => {
    expect(issue(text)).toMatchObject(expected)
  })

  test('the program is called by its name for the family', () => {
    expect(issue('*\n', 6)?.message).toBe('ip6tables-restore: line 1 table name invalid')
    expect(issue(nat('-t nat'), 6)?.message).toBe(
      'The -t option cannot be used in ip6tables-restore.',
    )
  })

  test('words longer or more than the tool can hold', () => {
    expect(issue(nat(`-A INPUT ${'x'.repeat(1024)}`))).toMatchObject({
      line: 2,
      column: 10,
      message: 'Parameter too long!',
    })
    expect(issue(nat(`-A ${'x '.repeat(252)}`))?.message).toBe(
      'Parser cannot handle more arguments',
    )
    expect(issue(nat(`-A ${'x '.repeat(251)}`))?.message).toBe("Bad argument `x'")
  })
})

describe('sets', () => {
  const sets = [
    { name: 'four', family: 4 },
    { name: 'six', family: 6 },
  ] as const
  const withSets = (name: string) =>
    parseSave(nat(`-A INPUT -m set --match-set ${name} src`), { family: 4, sets })

  test('a set that is there is taken', () => {
    expect(withSets('four').ok).toBe(true)
  })

  test.each([
    ['none', 'unknown-set', "Set none doesn't exist."],
    ['six', 'other-family-set', 'The protocol family of set six is IPv6, which is not applicable.'],
  ])('%s is not', (name, code, message) => {
    const parsed = withSets(name)
    expect(parsed.ok ? null : parsed.error).toEqual({ line: 2, column: 29, code, message })
  })

  test('any name will do where nobody says which sets there are', () => {
    expect(issue(nat('-A INPUT -m set --match-set none src'))).toBeNull()
  })
})

describe('what the kernel looks at', () => {
  const chain = (depth: number): string =>
    nat(
      ...Array.from({ length: depth }, (_, i) => `:C${i} -`),
      '-A INPUT -j C0',
      ...Array.from({ length: depth - 1 }, (_, i) => `-A C${i} -g C${i + 1}`),
    )

  test('fifteen jumps deep, no deeper', () => {
    expect(issue(chain(15))).toBeNull()
    expect(issue(chain(16))).toMatchObject({
      line: 33,
      code: 'loop',
      message: 'line 33: RULE_APPEND failed (Too many links): rule in chain C14',
    })
  })

  test('a loop that nothing reaches is taken', () => {
    expect(issue(nat(':A -', ':B -', '-A A -j B', '-A B -j A'))).toBeNull()
  })

  test('the rule that closes a loop is blamed, and all behind it', () => {
    const text = nat(':A -', '-A INPUT -j A', '-A A -j A', '-A OUTPUT -j ACCEPT')
    expect(issue(text)).toEqual({
      line: 4,
      column: 1,
      code: 'loop',
      message:
        'line 4: RULE_APPEND failed (Too many links): rule in chain A\n' +
        'line 5: RULE_APPEND failed (Too many links): rule in chain OUTPUT',
    })
  })

  test.each([
    ['MASQUERADE', ['POSTROUTING']],
    ['SNAT --to-source 1.2.3.4', ['INPUT', 'POSTROUTING']],
    ['DNAT --to-destination 1.2.3.4', ['PREROUTING', 'OUTPUT']],
    ['REDIRECT', ['PREROUTING', 'OUTPUT']],
    ['NETMAP --to 1.2.3.4', ['PREROUTING', 'INPUT', 'OUTPUT', 'POSTROUTING']],
    ['MARK --set-mark 1', ['PREROUTING', 'INPUT', 'OUTPUT', 'POSTROUTING']],
  ])('%s may be reached from %j alone', (target, hooks) => {
    const all = ['PREROUTING', 'INPUT', 'OUTPUT', 'POSTROUTING']
    const direct = all.filter((hook) => issue(nat(`-A ${hook} -j ${target}`)) === null)
    const through = all.filter(
      (hook) =>
        issue(nat(':A -', ':B -', `-A B -j ${target}`, '-A A -j B', `-A ${hook} -j A`)) === null,
    )
    expect([direct, through]).toEqual([hooks, hooks])
    expect(issue(nat(':A -', `-A A -j ${target}`))).toBeNull()
  })

  test('a long message stops before it is longer than the tool can say', () => {
    const bad = Array.from({ length: 40 }, () => '-A INPUT -j MASQUERADE')
    const message = issue(nat(...bad))?.message ?? ''
    expect(message.length).toBeLessThan(1024)
    expect(message.split('\n').length).toBeGreaterThan(12)
  })
})

test('a declared chain may be called like an extension, a chain made by -N may not', () => {
  const declared = parseSave('*nat\n:MASQUERADE - [0:0]\nCOMMIT\n', { family: 4 })
  expect(declared.ok && declared.value.table.chains.at(-1)?.name).toBe('MASQUERADE')
  const made = parseSave('*nat\n-N MASQUERADE\nCOMMIT\n', { family: 4 })
  expect(!made.ok && made.error).toMatchObject({
    line: 2,
    message: 'chain name may not clash with target name',
  })
})

/** On a table that is in force, that is; of rules of the same text the kernel would not hear of it. */
test('zeroing forgets what one rule counted, or a whole chain', () => {
  const zeroed = (command: string): readonly string[] => {
    const text = `*nat\n:A -\n[1:2] -A A -s 1.1.1.1\n[3:4] -A A -s 2.2.2.2\n[5:6] -A INPUT\n${command}\nCOMMIT\n`
    const parsed = parseSave(text, { family: 4 })
    return parsed.ok
      ? (printSave(parsed.value.table, parsed.value.counters).match(/^\[.*\]/gm) ?? [])
      : []
  }
  expect(zeroed('-Z A')).toEqual(['[5:6]', '[0:0]', '[0:0]'])
  expect(zeroed('-Z A 2')).toEqual(['[5:6]', '[1:2]', '[0:0]'])
  expect(zeroed('-Z')).toEqual(['[0:0]', '[0:0]', '[0:0]'])
})
