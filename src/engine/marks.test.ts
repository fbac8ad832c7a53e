import { expect, test } from 'vitest'
import { BrokenInvariant } from '../net/invariant.ts'
import { freshMemory } from './conntrack.ts'
import { node, packet } from './fixtures/sketch.ts'
import { type MarkTarget, markDeed, writeMark } from './marks.ts'
import { startPass } from './pass.ts'
import { readyNode } from './ready-node.ts'

const connmark = (
  action: 'set' | 'save' | 'restore',
  more: { value?: number; mask?: number; toMask?: number },
): MarkTarget => ({
  kind: 'connmark',
  action,
  value: 0,
  mask: 0xffffffff,
  toMask: 0xffffffff,
  ...more,
})

/** Packet and connection marks before, target, and both after. */
test.each([
  [0, 0, { kind: 'mark', value: 0x4000, mask: 0xffffffff }, 0x4000, 0],
  [0x8001, 0, { kind: 'mark', value: 0x4000, mask: 0x4000 }, 0xc001, 0],
  [0xc001, 0, { kind: 'mark', value: 0x4000, mask: 0 }, 0x8001, 0],
  [0xffffffff, 0, { kind: 'mark', value: 0, mask: 0x80000000 }, 0x7fffffff, 0],
  [0, 0, { kind: 'mark', value: 0x80000000, mask: 0x80000000 }, 0x80000000, 0],
  [9, 0xff, connmark('set', { value: 0x5, mask: 0xf }), 9, 0xf5],
  [0x5, 0xff, connmark('save', { mask: 0x4, toMask: 0xc }), 0x5, 0xf7],
  [0x80000001, 0, connmark('save', {}), 0x80000001, 0x80000001],
  [0xf0, 0x5, connmark('restore', { mask: 0xc, toMask: 0x6 }), 0xf4, 0x5],
  [0x6, 0x5, connmark('restore', { mask: 0xc, toMask: 0x6 }), 0x4, 0x5],
] as const)('mark %i and %i under %j become %i and %i', (mark, connection, target, after, kept) => {
  const draw = (): boolean => {
    throw new BrokenInvariant('nothing is left to chance')
  }
  const pass = startPass(readyNode(node({})), freshMemory, packet('1.1.1.1 > 2.2.2.2'), { draw })
  pass.mark = mark
  pass.connectionMark = connection
  const ofPacket = target.kind === 'mark' || target.action === 'restore'
  expect(markDeed(target, pass)).toEqual({
    kind: 'marked',
    of: ofPacket ? 'packet' : 'connection',
    from: ofPacket ? mark : connection,
    to: ofPacket ? after : kept,
  })
  writeMark(target, pass)
  expect([pass.mark, pass.connectionMark]).toEqual([after, kept])
})
