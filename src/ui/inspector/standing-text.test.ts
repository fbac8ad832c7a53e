import { expect, test } from 'vitest'
import type { NodeRules } from '../../scenario/evaluation.ts'
import { nodesDiffer, standingText } from './standing-text.ts'

const row = (text: string) => ({ text }) as NodeRules['chains'][number]['rules'][number]
const node = (name: string, ...texts: string[]): NodeRules => ({
  node: name,
  writer: 'agent',
  chains: [
    { name: 'POSTROUTING', policy: 'ACCEPT', references: 0, rules: texts.map(row) },
    { name: 'IP-MASQ', policy: null, references: 1, rules: [] },
  ],
  printouts: [],
})

test('a node’s rules read as iptables-save has them', () => {
  expect(standingText(node('a', '-A POSTROUTING -j IP-MASQ'))).toBe(
    '*nat\n:POSTROUTING ACCEPT\n:IP-MASQ -\n-A POSTROUTING -j IP-MASQ\nCOMMIT',
  )
})

test('nodes differ by a rule or by a printout, not by their names', () => {
  expect(nodesDiffer([])).toBe(false)
  expect(nodesDiffer([node('a'), node('b')])).toBe(false)
  expect(nodesDiffer([node('a'), node('b', '-A POSTROUTING -j X')])).toBe(true)
  const printing = { ...node('b'), printouts: [{ command: 'x', text: 'y' }] }
  expect(nodesDiffer([node('a'), printing])).toBe(true)
})
