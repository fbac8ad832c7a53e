import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freeSpot } from './free-spot.ts'
import { overlap, type Rect } from './geometry.ts'

const side = fc.integer({ min: 1, max: 60 })
const corner = fc.integer({ min: -80, max: 80 })
const rects = fc.array(fc.record({ x: corner, y: corner, width: side, height: side }), {
  minLength: 1,
  maxLength: 12,
})

const far = (a: Rect, b: { readonly x: number; readonly y: number }): number =>
  Math.hypot(a.x - b.x, a.y - b.y)

describe('What makes way', () => {
  test('stands on nothing, and where it wanted to be if nothing stood there', () => {
    fc.assert(
      fc.property(rects, ([wanted, ...others]) => {
        if (wanted === undefined) return
        const spot = freeSpot(wanted, others.map((rect) => ({ rect })).concat({ rect: wanted }))
        for (const rect of others) expect(overlap({ ...wanted, ...spot }, rect)).toBe(false)
        expect(freeSpot(wanted, [{ rect: { ...wanted, x: 1000 } }])).toEqual(wanted)
      }),
    )
  })

  test('takes the nearest of the free spots beside, above and below what stands alone', () => {
    const standing = { x: 0, y: 0, width: 100, height: 40 }
    const wanted = { x: 5, y: 30, width: 50, height: 20 }
    const spot = freeSpot(wanted, [{ rect: standing }])
    expect(spot).toEqual({ x: 5, y: 56 })
    expect(far(wanted, spot)).toBe(26)
  })
})
