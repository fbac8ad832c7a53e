import { expect, test } from 'vitest'
import type { NodeRules } from '../../scenario/evaluation.ts'
import { standingText } from './standing-text.ts'

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
