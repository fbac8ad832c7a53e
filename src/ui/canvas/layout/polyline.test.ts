import { describe, expect, test } from 'vitest'
import { beside, lengthOf, pathData, pointAlong, simplified } from './polyline.ts'

const corner = [
  { x: 0, y: 0 },
  { x: 30, y: 0 },
  { x: 30, y: 10 },
]

describe('A way of straight pieces', () => {
  test('has the length of its pieces, and a point at each share of it', () => {
    expect(lengthOf(corner)).toBe(40)
    expect(pointAlong(corner, 0)).toEqual({ x: 0, y: 0 })
    expect(pointAlong(corner, 0.5)).toEqual({ x: 20, y: 0 })
    expect(pointAlong(corner, 0.875)).toEqual({ x: 30, y: 5 })
    expect(pointAlong(corner, 1)).toEqual({ x: 30, y: 10 })
  })

  test('beside it runs another at the same distance, through its corners too', () => {
    expect(beside(corner, 2)).toEqual([
      { x: 0, y: 2 },
      { x: 28, y: 2 },
      { x: 28, y: 10 },
    ])
  })

  test('back beside it lies on the other side than there', () => {
    expect(beside(corner.toReversed(), -2)).toEqual(beside(corner, 2).toReversed())
  })

  test('loses the points that say nothing', () => {
    const middle = { x: 10, y: 0 }
    expect(simplified([{ x: 0, y: 0 }, { x: 0, y: 0 }, middle, ...corner.slice(1)])).toEqual(corner)
  })

  test('is drawn with rounded corners that never reach past half a piece', () => {
    expect(pathData(corner)).toBe('M0 0L25 0Q30 0 30 5L30 10')
    expect(pathData([])).toBe('')
  })
})
