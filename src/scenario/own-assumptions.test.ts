import { expect, test } from 'vitest'
import type { Installed } from '../dataplanes/dataplane.ts'
import { evaluate } from './evaluate.ts'
import { FIRST_BUILTIN } from './load-builtin.ts'
import { withOwnAssumptions } from './own-assumptions.ts'

const { trace } = await evaluate(FIRST_BUILTIN)
if (trace === null) throw new Error('the first built-in scenario sends a packet')

const standing = (assumptions: readonly string[]) =>
  ({ assumptions }) as unknown as NonNullable<ReturnType<Installed['nodes']['get']>>

const supposed = (nodes: Readonly<Record<string, readonly string[]>>) => {
  const installed = {
    nodes: new Map(Object.entries(nodes).map(([name, codes]) => [name, standing(codes)])),
  } as unknown as Installed
  return withOwnAssumptions(trace, installed).assumptions.map(({ code }) => code)
}
const before = trace.assumptions.map(({ code }) => code)

test('What a node supposes is said after what the engine does, once', () => {
  expect(supposed({ 'node-1': ['version-unknown', 'version-unknown'] })).toEqual([
    ...before,
    'version-unknown',
  ])
})

test('A node that the packet never passes has nothing to suppose of it', () => {
  expect(supposed({ 'node-9': ['version-unknown'] })).toEqual(before)
})
