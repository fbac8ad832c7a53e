import { describe, expect, test } from 'vitest'
import { invariant } from '../net/invariant.ts'
import type { IptablesIssue } from './issue.ts'
import { type NatTables, parseCommand } from './parse-command.ts'
import { parseSave } from './parse-save.ts'
import { printSave } from './print-save.ts'

function tableOf(lines: string, family: 4 | 6) {
  const parsed = parseSave(`*nat\n${lines}COMMIT\n`, { family })
  invariant(parsed.ok, 'the text is good')
  return parsed.value.table
}

const tables = (lines = ''): NatTables => ({ nat4: tableOf(lines, 4), nat6: tableOf('', 6) })

/** The rules of both tables after the commands, as they are saved. */
function rulesAfter(text: string, lines = ''): readonly string[] {
  const changed = parseCommand(text, tables(lines))
  invariant(changed.ok, `refused: ${text}`)
  const { nat4, nat6 } = changed.value
  return [nat4, nat6].flatMap((table) =>
    printSave(table)
      .split('\n')
      .filter((line) => line.startsWith('-')),
  )
}

function issue(text: string): IptablesIssue | null {
  const changed = parseCommand(text, tables())
  return changed.ok ? null : changed.error
}

describe('what a person types', () => {
  const rule = '-A POSTROUTING -s 10.0.0.0/8 -j MASQUERADE'

  test.each([
    `iptables -t nat ${rule}`,
    `  $ sudo -E iptables -t nat ${rule}  `,
    `# iptables -t nat ${rule}`,
    `root@node-1:~# iptables -t nat ${rule}`,
    `[root@node ~]# iptables -t nat ${rule}`,
    `sudo /usr/sbin/iptables-nft -w -t nat ${rule}`,
    `# a note\n#another\niptables -t nat ${rule} # and a third`,
    `iptables -t nat \\\n  -A POSTROUTING \\\r\n -s 10.0.0.0/8 -j MASQUERADE`,
    `iptables -t "nat" -A 'POSTROUTING' -s 10.0.0.0"/8" -j MASQ\\UERADE`,
    `iptables -t nat ${rule}; iptables -t nat -L -n\n`,
    `iptables -t nat -N A && iptables -t nat ${rule} && iptables -t nat -X A`,
  ])('%j', (text) => {
    expect(rulesAfter(text)).toEqual([rule])
  })

  test('each program has its own table', () => {
    const text = 'ip6tables -t nat -A INPUT -s fd00::/8\niptables -t nat -A OUTPUT'
    expect(rulesAfter(text)).toEqual(['-A OUTPUT', '-A INPUT -s fd00::/8'])
  })

  test('quotes keep what is between them', () => {
    const say = (quoted: string): readonly string[] =>
      rulesAfter(`iptables -t nat -A INPUT -m comment --comment ${quoted}`)
    expect(say(`'a "b" \\n'`)).toEqual(['-A INPUT -m comment --comment "a \\"b\\" \\\\n"'])
    expect(say(`"it's \\"b\\" \\x \\\n"`)).toEqual([
      '-A INPUT -m comment --comment "it\\\'s \\"b\\" \\\\x "',
    ])
    expect(say(`a\\ b`)).toEqual(['-A INPUT -m comment --comment "a b"'])
    expect(say(`""`)).toEqual(['-A INPUT -m comment --comment ""'])
  })

  test('nothing typed is nothing done', () => {
    expect(rulesAfter('\n \n# note\nsudo\n;')).toEqual([])
  })
})

test('rules that stay keep their ids, and a new one takes none of theirs', () => {
  const before = tables('-A INPUT -s 1.1.1.1\n-A INPUT -s 2.2.2.2\n')
  const changed = parseCommand('iptables -t nat -D INPUT 1\niptables -t nat -I INPUT', before)
  invariant(changed.ok, 'the commands are good')
  const rules = changed.value.nat4.chains[1]?.rules ?? []
  expect(rules.map(({ id }) => id)).toEqual(['4:INPUT:1', '4:INPUT:2'])
  expect(rules[1]).toBe(before.nat4.chains[1]?.rules[1])
  expect(before.nat4.chains[1]?.rules).toHaveLength(2)
})

test('a rule is deleted by what it says', () => {
  const lines = '-A INPUT -p tcp -m tcp --dport 80\n-A INPUT -p tcp -m tcp --dport 81\n'
  expect(rulesAfter('iptables -t nat -D INPUT -p 6 --dport http', lines)).toEqual([
    '-A INPUT -p tcp -m tcp --dport 81',
  ])
})

test('a chain that is renamed keeps its callers', () => {
  const lines = ':A -\n-A A -j RETURN\n-A INPUT -g A\n'
  expect(rulesAfter('iptables -t nat -E A B', lines)).toEqual(['-A INPUT -g B', '-A B -j RETURN'])
})

test('rules that jump to a chain that is renamed keep their ids', () => {
  const before = tables(':A -\n-A A -j RETURN\n-A INPUT -g A\n')
  const changed = parseCommand('iptables -t nat -E A B', before)
  invariant(changed.ok, 'the command is good')
  const [caller] = changed.value.nat4.chains[1]?.rules ?? []
  expect(caller).toEqual({
    ...before.nat4.chains[1]?.rules[0],
    target: { kind: 'goto', chain: 'B' },
  })
})

test('flushing empties one chain or all', () => {
  const lines = ':A -\n-A A\n-A INPUT\n-A OUTPUT\n'
  expect(rulesAfter('iptables -t nat -F INPUT', lines)).toEqual(['-A OUTPUT', '-A A'])
  expect(rulesAfter('iptables -t nat -F', lines)).toEqual([])
})

describe('what goes wrong', () => {
  test.each<[string, IptablesIssue]>([
    [
      'iptables -t -nat -L IP-MASQ',
      { line: 1, column: 1, code: 'unknown-table', message: "table '-nat' does not exist" },
    ],
    [
      '\n$ iptables -t nat -L POSTROUTING -n -v –line-numbers',
      { line: 2, column: 40, code: 'bad-argument', message: "Bad argument `–line-numbers'" },
    ],
    ['iptables -A INPUT -j ACCEPT', { line: 1, column: 1, code: 'other-table', message: 'filter' }],
    ['iptables -A INPUT -j DROP', { line: 1, column: 1, code: 'other-table', message: 'filter' }],
    [
      'iptables -A INPUT -m tcp --dport 5',
      { line: 1, column: 1, code: 'other-table', message: 'filter' },
    ],
    [
      'iptables -t nat \\\n -A FOO',
      { line: 1, column: 1, code: 'no-such-chain', message: 'No chain/target/match by that name.' },
    ],
    [
      'iptables -t nat \\\n -A INPUT -s 1.2.3.x',
      { line: 2, column: 14, code: 'bad-address', message: "host/network `1.2.3.x' not found" },
    ],
    [
      'iptables -t nat -A PREROUTING -j MASQUERADE',
      {
        line: 1,
        column: 1,
        code: 'kernel-refused',
        message: 'RULE_APPEND failed (Invalid argument): rule in chain PREROUTING',
      },
    ],
    [
      ' kubectl get pods',
      { line: 1, column: 2, code: 'not-a-command', message: 'kubectl: command not found' },
    ],
    ['iptables -L | grep x', { line: 1, column: 13, code: 'unsupported-shell', message: '|' }],
    ['iptables -s $X', { line: 1, column: 13, code: 'unsupported-shell', message: '$' }],
    ['iptables -s "x', { line: 1, column: 13, code: 'syntax', message: '"' }],
    ['iptables -h', { line: 1, column: 10, code: 'unsupported-command', message: '-h' }],
  ])('%j', (text, expected) => {
    expect(issue(text)).toEqual(expected)
  })

  test('the first failure ends it, and the tables given are untouched', () => {
    const before = tables('-A INPUT\n')
    const changed = parseCommand('iptables -t nat -F\niptables -t nat -X B', before)
    expect(changed).toMatchObject({ ok: false, error: { line: 2 } })
    expect(before.nat4.chains[1]?.rules).toHaveLength(1)
  })

  test('sets are looked up where they are known', () => {
    const text = 'iptables -t nat -A INPUT -m set --match-set a src'
    expect(parseCommand(text, tables(), []).ok).toBe(false)
    expect(parseCommand(text, tables(), [{ name: 'a', family: 4 }]).ok).toBe(true)
  })
})
