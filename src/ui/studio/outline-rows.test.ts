import { expect, test } from 'vitest'
import type { OutlineThing } from '../../scenario/studio/list-things.ts'
import { outlineRows } from './outline-rows.ts'

const thing = (
  id: string,
  lines: readonly string[] = [],
  children: readonly OutlineThing[] = [],
): OutlineThing => ({ id, kind: 'pod', name: id, lines, children })

const tree = [
  thing('cluster:c', [], [thing('node:n', ['10.1.0.2'], [thing('pod:web', ['10.64.0.2'])])]),
  thing('on-prem:dc', ['10.200.0.0/16']),
]

const drawn = (text: string) =>
  outlineRows(tree, text).map(({ thing: { id }, level, hit }) => `${level}${hit ? '*' : ' '}${id}`)

test('an outline is a line for each thing, as deep as it stands', () => {
  expect(drawn('')).toEqual(['0*cluster:c', '1*node:n', '2*pod:web', '0*on-prem:dc'])
})

test('a search keeps what it finds by name, kind or address, and the way there', () => {
  expect(drawn('web')).toEqual(['0 cluster:c', '1 node:n', '2*pod:web'])
  expect(drawn('10.200')).toEqual(['0*on-prem:dc'])
  expect(drawn('POD 10.64')).toEqual(['0 cluster:c', '1 node:n', '2*pod:web'])
  expect(drawn('nothing')).toEqual([])
})
