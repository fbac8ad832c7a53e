import { expect, test } from 'vitest'
import { type Box, besideOf } from './beside.ts'

const room = { width: 1000, height: 800 }
const card = { width: 300, height: 160 }

test('below a bar at the top, to the left of a panel on the right', () => {
  expect(besideOf({ x: 0, y: 50, width: 1000, height: 50 }, card, room)).toEqual({ x: 350, y: 112 })
  expect(besideOf({ x: 700, y: 100, width: 300, height: 700 }, card, room)).toEqual({
    x: 388,
    y: 100,
  })
})

test('to the right of what is on the left, above what is below', () => {
  expect(besideOf({ x: 0, y: 100, width: 300, height: 700 }, card, room)).toEqual({
    x: 312,
    y: 100,
  })
  expect(besideOf({ x: 0, y: 500, width: 1000, height: 300 }, card, room)).toEqual({
    x: 350,
    y: 328,
  })
})

test.each<[string, Box | null]>([
  ['nothing', null],
  ['all of the window', { x: 0, y: 0, width: 1000, height: 800 }],
  ['a corner', { x: 980, y: 0, width: 20, height: 20 }],
])('beside %s it is wholly in the window', (_, target) => {
  const { x, y } = besideOf(target, card, room)
  expect(x).toBeGreaterThanOrEqual(12)
  expect(y).toBeGreaterThanOrEqual(12)
  expect(x + card.width).toBeLessThanOrEqual(988)
  expect(y + card.height).toBeLessThanOrEqual(788)
})
