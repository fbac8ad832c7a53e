import { describe, expect, test } from 'vitest'
import { boxOf, labelSpot } from './label-spot.ts'
import { overlap } from './layout/geometry.ts'

const ROOM = { width: 1000, height: 500 }
const LABEL = { width: 300, height: 40 }
const AT = { x: 500, y: 250 }
const RISE = 30

describe('a packet that rests at a place', () => {
  test('has its label right above it where nothing is written', () => {
    expect(labelSpot(LABEL, { at: AT, rise: RISE }, ROOM, [])).toEqual({ dx: 0, dy: -42 })
  })

  test.each([
    ['a title above', [{ x: 380, y: 180, width: 120, height: 20 }]],
    [
      'places on both sides above',
      [
        { x: 300, y: 170, width: 110, height: 40 },
        { x: 590, y: 170, width: 110, height: 40 },
      ],
    ],
    [
      'words above and below',
      [
        { x: 450, y: 150, width: 100, height: 60 },
        { x: 400, y: 290, width: 200, height: 30 },
      ],
    ],
  ])('covers no words: %s', (_, words) => {
    const box = boxOf(LABEL, AT, labelSpot(LABEL, { at: AT, rise: RISE }, ROOM, words))
    expect(words.filter((word) => overlap(box, word))).toEqual([])
    expect(overlap(box, { x: 400, y: AT.y - RISE, width: 200, height: 2 * RISE })).toBe(false)
  })

  test('has its label below where there is no room above', () => {
    const top = { x: 500, y: 40 }
    expect(labelSpot(LABEL, { at: top, rise: RISE }, ROOM, []).dy).toBe(42)
  })

  test.each([20, 990])('keeps its label on the canvas at x = %i', (x) => {
    const at = { x, y: 250 }
    const box = boxOf(LABEL, at, labelSpot(LABEL, { at, rise: RISE }, ROOM, []))
    expect(box.x).toBeGreaterThanOrEqual(0)
    expect(box.x + box.width).toBeLessThanOrEqual(ROOM.width)
  })
})

test('on the way the label stands close above the wire, whatever is written there', () => {
  const words = [{ x: 400, y: 200, width: 200, height: 40 }]
  expect(labelSpot(LABEL, { at: AT, rise: 0 }, ROOM, words)).toEqual({ dx: 0, dy: -16 })
})

test('a label that is wider than the canvas stands in its middle', () => {
  const { dx } = labelSpot(
    { width: 400, height: 40 },
    { at: { x: 10, y: 200 }, rise: 0 },
    { width: 320, height: 400 },
    [],
  )
  expect(dx).toBe(150)
})
