/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { evaluate } from './evaluate.ts'
import { readScenario } from './read-scenario.ts'
import { ruleBook } from './rule-book.ts'

const T1 = parse(readFileSync(join(import.meta.dirname, 'fixtures/t1.yaml'), 'utf8')) as object

/** The topology of the worked cases, with something typed on its nodes. */
const withTyped = (first: object, second: object = {}) => {
  const read = readScenario(
    stringify({
      ...T1,
      nodes: [
        { name: 'node-1', address: '10.1.1.10', podRange: '10.8.0.0/24', ...first },
        { name: 'node-2', address: '10.1.1.11', podRange: '10.8.1.0/24', ...second },
      ],
      flows: [{ name: 'packet', from: 'pod-a', to: '10.2.1.100' }],
    }),
  )
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}

const typed = (...nodes: Parameters<typeof withTyped>) => evaluate(withTyped(...nodes))

const notesOf = async (...nodes: Parameters<typeof typed>) =>
  (await typed(...nodes)).config.notes.map(({ code }) => code)

const RULE = 'iptables -t nat -A POSTROUTING -s 10.8.0.0/16 -d 10.2.1.100 -j MASQUERADE'

test('what a tool refuses is told at its node’s field, and the rest is decided all the same', async () => {
  const { issues, trace } = await typed({}, { manualRules: `${RULE}\n  iptables -t -nat -L\n` })
  expect(issues).toEqual([
    {
      code: 'manual-rule-refused',
      path: 'nodes.1.manualRules',
      line: 2,
      column: 3,
      params: { message: "table '-nat' does not exist" },
    },
  ])
  expect(trace?.outcome.kind).toBe('delivered')
})

test('a word that only the real tool knows is told apart from what it refuses', async () => {
  const { issues } = await typed({
    manualRules: 'iptables -t nat -A POSTROUTING -j MASQUERADE | cat',
  })
  expect(issues).toMatchObject([{ code: 'manual-rule-unknown', params: { message: '|' } }])
})

test('rows say that a rule was typed by hand', async () => {
  const { nodes } = await ruleBook(withTyped({ manualRules: RULE }), 'node-2')
  const rows = nodes.map(({ chains }) => chains.find(({ name }) => name === 'POSTROUTING')?.rules)
  expect(rows.map((list) => list?.map(({ origin }) => origin))).toEqual([
    ['bootstrap-jump', 'manual-command'],
    ['bootstrap-jump'],
  ])
  expect(rows[0]?.at(-1)?.text).toBe('-A POSTROUTING -s 10.8.0.0/16 -d 10.2.1.100/32 -j MASQUERADE')
})

test('notes say how long such rules last, and on which nodes they stand', async () => {
  expect(await notesOf({})).toEqual([])
  expect(await notesOf({ manualRules: RULE })).toEqual([
    'manual-until-recreated',
    'manual-not-everywhere',
  ])
  expect(await notesOf({ manualRules: RULE }, { manualRules: RULE })).toEqual([
    'manual-until-recreated',
    'manual-until-recreated',
  ])
  expect(await notesOf({ manualRules: RULE, recreated: true })).toEqual(['manual-recreated'])
  expect(
    await notesOf({ manualRules: '*nat\nCOMMIT\n*raw\nCOMMIT\n' }, { manualRules: '# no' }),
  ).toEqual([
    'manual-until-recreated',
    'manual-table-replaced',
    'manual-other-tables',
    'manual-not-everywhere',
  ])
})

test('a rule that matches nothing on the map is noted, for the part that nothing has', async () => {
  const { config } = await typed({
    manualRules: 'iptables -t nat -A POSTROUTING -s 100.65.0.0/16 -d 10.1.2.100 -j MASQUERADE',
  })
  const rule = '-A POSTROUTING -s 100.65.0.0/16 -d 10.1.2.100/32 -j MASQUERADE'
  expect(config.notes.slice(1, 3)).toEqual([
    {
      code: 'manual-source-nowhere',
      line: null,
      params: { node: 'node-1', range: '100.65.0.0/16', rule },
    },
    {
      code: 'manual-destination-nowhere',
      line: null,
      params: { node: 'node-1', range: '10.1.2.100/32', rule },
    },
  ])
  const fine = ['-d 8.8.8.8', '! -d 10.1.2.100', '-s 10.1.1.99/24', '-d 169.254.169.254', '']
  for (const part of fine) {
    const text = `iptables -t nat -A POSTROUTING ${part} -j MASQUERADE`
    expect(await notesOf({ manualRules: text }, { manualRules: text }), part).toEqual([
      'manual-until-recreated',
      'manual-until-recreated',
    ])
  }
})

test('a node that was made anew is one that the flag has reached', async () => {
  const bootedWith = { disableDefaultSnat: true }
  const source = async (node: object) => (await ruleBook(withTyped(node), null)).nodes[0]?.writer
  expect(await source({ bootedWith, recreated: true })).toBe('bootstrap')
})
