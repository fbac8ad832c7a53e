import { describe, expect, test } from 'vitest'
import { natTable } from '../../engine/nat-table.ts'
import type { Rule, Ruleset } from '../../engine/rule.ts'
import { printSave } from '../../iptables/print-save.ts'
import { NO_RULES } from '../write-rules.ts'
import { segmentsOf } from './segments.ts'
import { typeOnNode } from './type-on-node.ts'

const JUMP: Rule = {
  id: 'agent4/jump',
  base: {},
  matches: [{ kind: 'addrtype', destination: { types: ['LOCAL'], negated: true } }],
  target: { kind: 'jump', chain: 'IP-MASQ' },
  origin: { code: 'agent-jump' },
}
const LAST: Rule = {
  id: 'agent4/masquerade',
  base: {},
  matches: [],
  target: { kind: 'masquerade', random: false, fullyRandom: true },
  origin: { code: 'agent-masquerade' },
}
const AGENT: Ruleset = {
  ...NO_RULES,
  nat4: natTable(4, { POSTROUTING: [JUMP] }, [{ name: 'IP-MASQ', policy: null, rules: [LAST] }]),
}

const chain = ({ nat4 }: Ruleset, name: string) =>
  nat4.chains.find((each) => each.name === name)?.rules ?? []

const tried = ({ nat4 }: Ruleset) =>
  chain({ ...NO_RULES, nat4 }, 'POSTROUTING').map(({ id, origin }) => [id, origin?.code])

test('-I goes before the agent’s jump and -A after it, and both say whose they are', () => {
  const { rules, refusals } = typeOnNode(
    AGENT,
    'iptables -t nat -I POSTROUTING -j ACCEPT\niptables -t nat -A POSTROUTING -j MASQUERADE\n',
  )
  expect(refusals).toEqual([])
  expect(tried(rules)).toEqual([
    ['manual/4/POSTROUTING/1', 'manual-command'],
    ['agent4/jump', 'agent-jump'],
    ['manual/4/POSTROUTING/2', 'manual-command'],
  ])
})

test('-D takes away what stands there, also a rule of the agent', () => {
  const text = 'iptables -t nat -D POSTROUTING -m addrtype ! --dst-type LOCAL -j IP-MASQ'
  expect(tried(typeOnNode(AGENT, text).rules)).toEqual([])
})

test('listings, comments and blank lines change nothing', () => {
  for (const text of ['', '# a note\n\n', 'iptables -t nat -S\n\niptables -t nat -L IP-MASQ -n']) {
    expect(typeOnNode(AGENT, text).rules).toBe(AGENT)
  }
})

test('ip6tables has a table of its own', () => {
  const { rules } = typeOnNode(AGENT, 'ip6tables -t nat -A POSTROUTING -d fd00::/8 -j MASQUERADE')
  expect(rules.nat4).toEqual(AGENT.nat4)
  expect(printSave(rules.nat6)).toContain('-A POSTROUTING -d fd00::/8 -j MASQUERADE\n')
})

describe('The command lines of a web page fail as the tools say', () => {
  test.each([
    ['iptables -t nat -L POSTROUTING -n -v –line-numbers', 1, "Bad argument `–line-numbers'"],
    ['iptables -t -nat -L IP-MASQ', 1, "table '-nat' does not exist"],
    [
      'iptables -t nat -A POSTROUTING -m comment --comment “to on-prem” -j MASQUERADE',
      1,
      "Bad argument `on-prem”'",
    ],
    ['iptables –t nat -A POSTROUTING -j MASQUERADE', 1, "Bad argument `–t'"],
    ['-A POSTROUTING -j MASQUERADE', 1, '-A: command not found'],
    ['\n\niptables -t nat -A NO-CHAIN -j MASQUERADE', 3, 'No chain/target/match by that name.'],
    [
      'iptables -t nat -A POSTROUTING -m set --match-set gone dst -j MASQUERADE',
      1,
      "Set gone doesn't exist.",
    ],
  ])('%s', (text, line, message) => {
    const { rules, refusals } = typeOnNode(AGENT, text)
    expect(refusals.map((refusal) => [refusal.line, refusal.message])).toEqual([[line, message]])
    expect(rules).toBe(AGENT)
  })

  test('and the line after a bad one is run all the same', () => {
    const { rules, refusals } = typeOnNode(
      AGENT,
      'iptables -t -nat -L\niptables -t nat -A POSTROUTING -j MASQUERADE\niptables -t nat -A X \\\n  -j ACCEPT',
    )
    expect(refusals.map(({ line }) => line)).toEqual([1, 3])
    expect(chain(rules, 'POSTROUTING')).toHaveLength(2)
  })
})

test('another table is left aside without complaint', () => {
  const typed = typeOnNode(AGENT, 'iptables -A INPUT -j DROP')
  expect(typed).toEqual({ rules: AGENT, refusals: [], restored: false, otherTables: ['filter'] })
})

describe('The text of iptables-save', () => {
  test('is the table, in which rules of the agent are recognised', () => {
    const save = printSave(AGENT.nat4).replace(
      'COMMIT',
      '-A POSTROUTING -d 10.2.0.0/16 -j MASQUERADE\nCOMMIT',
    )
    const { rules, restored } = typeOnNode(AGENT, save)
    expect(restored).toBe(true)
    expect(tried(rules)).toEqual([
      ['agent4/jump', 'agent-jump'],
      ['manual/4/POSTROUTING/1', 'manual-saved'],
    ])
    expect(chain(rules, 'IP-MASQ')).toEqual([LAST])
  })

  test('is taken as a whole or not at all', () => {
    const text = '*nat\n-A POSTROUTING -j MASQUERADE\n-A POSTROUTING -j NOWHERE\nCOMMIT\n'
    const { rules, refusals } = typeOnNode(AGENT, text)
    expect(rules).toBe(AGENT)
    expect(refusals.map(({ line }) => line)).toEqual([3])
  })

  test('without a table nat leaves the one that is there', () => {
    const typed = typeOnNode(AGENT, '*filter\n:INPUT ACCEPT [0:0]\nCOMMIT\n')
    expect(typed).toEqual({ rules: AGENT, refusals: [], restored: false, otherTables: ['filter'] })
  })

  test('of both families may stand one under the other', () => {
    const of = (program: string, target: string) =>
      `# Generated by ${program} v1.8.9\n*nat\n-A POSTROUTING -j ${target}\nCOMMIT\n# Completed\n`
    const text = of('iptables-save', 'ACCEPT') + of('ip6tables-save', 'MASQUERADE')
    const { rules } = typeOnNode(AGENT, text)
    expect(printSave(rules.nat4)).toContain('-A POSTROUTING -j ACCEPT\n')
    expect(printSave(rules.nat6)).toContain('-A POSTROUTING -j MASQUERADE\n')
  })

  test('of IPv6 is known by its first line', () => {
    const text =
      '# Generated by ip6tables-save v1.8.9\n*nat\n-A POSTROUTING -j MASQUERADE\nCOMMIT\n'
    const { rules } = typeOnNode(AGENT, text)
    expect(rules.nat4).toEqual(AGENT.nat4)
    expect(printSave(rules.nat6)).toContain('-A POSTROUTING -j MASQUERADE\n')
  })
})

test('ipset commands and ipset save make the sets that rules ask for', () => {
  const { rules, refusals } = typeOnNode(
    AGENT,
    'ipset create a hash:net\nadd a 10.2.0.0/16\n\nsudo ipset create b hash:ip\n',
  )
  expect(refusals).toEqual([])
  expect(rules.sets.map(({ name, entries }) => [name, entries.length])).toEqual([
    ['a', 1],
    ['b', 0],
  ])
})

test('every part of a text keeps its place', () => {
  const text = 'a \\\n b\n\n# note\ncreate s hash:net\n*nat\nCOMMIT\n# more\n*raw\nCOMMIT\nc'
  const kinds = segmentsOf(text).filter((segment) => segment.text.trim() !== '')
  for (const segment of kinds) {
    for (const [at, character] of [...segment.text].entries()) {
      const lines = segment.text.slice(0, at).split('\n')
      const expected = text.split('\n')[lines.length - 1]?.[lines.at(-1)?.length ?? 0]
      if (character !== '\n' && character !== ' ') expect(expected).toBe(character)
    }
  }
  expect(kinds.filter(({ kind }) => kind === 'save')).toHaveLength(1)
})
