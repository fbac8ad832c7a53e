import { describe, expect, test } from 'vitest'
import { evaluate } from '../scenario/evaluate.ts'
import { BUILTINS } from '../scenario/fixtures/builtin-states.ts'
import { headerAt, journeyOf, nearSide, positionIn, positionsOf, progress } from './journey.ts'

const [asIs, toBe] = await Promise.all(
  BUILTINS.map(async (scenario) => journeyOf((await evaluate(scenario)).trace)),
)
const dropped = asIs ?? []
const answered = toBe ?? []
const rewriting = answered.findIndex(({ hop }) => hop.mood === 'translated')

describe('A journey is the way out and the way back', () => {
  test('hops are counted through, the reply last', () => {
    expect(answered.map(({ index }) => index)).toEqual(answered.map((_, i) => i))
    expect(answered.map(({ leg }) => leg)).toEqual(answered.map(({ leg }) => leg).toSorted())
    expect(answered.at(-1)?.leg).toBe('reply')
    expect(dropped.every(({ leg }) => leg === 'forward')).toBe(true)
    expect(journeyOf(null)).toEqual([])
  })

  test('a place beyond the journey is its end, and the end stays the end of another journey', () => {
    expect(positionIn(dropped, 'end')).toEqual({ hop: dropped.length - 1, step: null })
    expect(positionIn(answered, 'end')).toEqual({ hop: answered.length - 1, step: null })
    expect(positionIn(dropped, { hop: 99, step: 3 })).toEqual(positionIn(dropped, 'end'))
    expect(positionIn(dropped, { hop: 2, step: 999 })).toEqual({ hop: 2, step: null })
    expect(positionIn([], 'end')).toEqual({ hop: 0, step: null })
  })

  test('every rule tried is a place of its own, before the hop as a whole', () => {
    const steps = answered[rewriting]?.hop.walk?.steps.length ?? 0
    const there = positionsOf(answered).filter(({ hop }) => hop === rewriting)
    expect(steps).toBeGreaterThan(3)
    expect(there).toHaveLength(steps + 1)
    expect(there.at(-1)).toEqual({ hop: rewriting, step: null })
  })

  test('the address changes only when the rules of the hop are done', () => {
    expect(headerAt(answered, { hop: rewriting, step: 0 })?.src).toBe('100.65.0.50')
    expect(headerAt(answered, { hop: rewriting, step: null })?.src).toBe('10.1.1.10')
  })

  test('our side of the flow is the source on the way out and the destination on the way back', () => {
    const owners = answered.map(({ hop, leg }) => nearSide(hop.after, leg).owner)
    expect(owners[0]).toBe('pod')
    expect(owners[rewriting]).toBe('node')
    expect(owners.at(-1)).toBe('pod')
  })

  test('hops before the one on show are passed', () => {
    expect([1, 2, 3].map((index) => progress(index, 2))).toEqual(['passed', 'here', 'ahead'])
  })
})
