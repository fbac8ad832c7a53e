import { describe, expect, test } from 'vitest'
import { evaluate } from '../../scenario/evaluate.ts'
import { BUILTINS } from '../../scenario/fixtures/builtin-states.ts'
import type { ScenarioState } from '../../scenario/state.ts'
import { journeyOf, positionsOf, START } from '../../store/journey.ts'
import { durationOf, frameAt, keyframesOf, PACE, timeOf } from './keyframes.ts'

const journeyIn = async (scenario: ScenarioState) => journeyOf((await evaluate(scenario)).trace)
const journey = await journeyIn(BUILTINS[1] ?? BUILTINS[0])
const frames = keyframesOf(journey)

describe('Motion is a function of time', () => {
  test('it starts with the packet at its sender and ends where the journey ends', () => {
    expect(frames[0]).toMatchObject({ from: 0, position: START })
    expect(frames.at(-1)?.position).toEqual({ hop: journey.length - 1, step: null })
  })

  test('each moment belongs to one frame: they follow each other without a gap', () => {
    frames.slice(1).forEach((frame, i) => {
      expect(frame.from).toBe(frames[i]?.until)
    })
    expect(durationOf(frames)).toBe(frames.at(-1)?.until)
  })

  test('every place of the journey comes on show once, in order', () => {
    const seen = frames
      .map(({ position }) => position)
      .filter((position, i, all) => JSON.stringify(position) !== JSON.stringify(all[i - 1]))
    expect(seen).toEqual(positionsOf(journey))
  })

  test('it travels only between two places, for as long as a hop takes', () => {
    const travels = frames.filter((frame) => frame.kind === 'travel')
    const moves = journey.filter(
      ({ index, hop }) => index > 0 && journey[index - 1]?.hop.place !== hop.place,
    )
    expect(travels.map(({ to }) => to)).toEqual(moves.map(({ index }) => index))
    for (const { from, until } of travels) expect(until - from).toBe(PACE.travel)
  })

  test('a rewrite is shown after the rule that decided it, before the packet goes on', () => {
    const rewrite = frames.findIndex(({ kind }) => kind === 'rewrite')
    expect(frames[rewrite - 1]?.kind).toBe('rule')
    expect(frames[rewrite]?.position.step).toBeNull()
    expect(frames[rewrite + 1]?.kind).toBe('rest')
  })

  test('the same time gives the same picture, forwards and backwards', () => {
    const times = Array.from({ length: 50 }, (_, i) => (durationOf(frames) * i) / 49)
    const there = times.map((time) => frameAt(frames, time))
    const back = times.toReversed().map((time) => frameAt(frames, time))
    expect(back.toReversed()).toEqual(there)
    for (const moment of there) {
      expect(moment?.share).toBeGreaterThanOrEqual(0)
      expect(moment?.share).toBeLessThanOrEqual(1)
    }
  })

  test('playing goes on from the place on show', () => {
    for (const position of positionsOf(journey)) {
      expect(frameAt(frames, timeOf(frames, position))?.frame.position).toEqual(position)
    }
  })

  test('a chain of a thousand rules does not take minutes', () => {
    const hops = journey.map((each) => {
      const { walk } = each.hop
      const [step] = walk?.steps ?? []
      if (walk === undefined || step === undefined) return each
      const steps = [step, ...Array.from({ length: 999 }, () => step)] as const
      return { ...each, hop: { ...each.hop, walk: { ...walk, steps } } }
    })
    expect(durationOf(keyframesOf(hops))).toBeLessThan(30_000)
  })

  test('nothing to show takes no time', () => {
    expect(keyframesOf([])).toEqual([])
    expect(frameAt([], 5)).toBeNull()
    expect(durationOf([])).toBe(0)
  })
})
