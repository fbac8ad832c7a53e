import { beforeEach, describe, expect, test } from 'vitest'
import { evaluate } from '../scenario/evaluate.ts'
import { BUILTINS } from '../scenario/fixtures/builtin-states.ts'
import { openQuietly } from './fixtures/open-quietly.ts'
import {
  finish,
  play,
  reach,
  replay,
  show,
  showEnd,
  showHop,
  stepByHop,
  stepByRule,
  togglePlaying,
} from './playback-actions.ts'
import { playground } from './playground.ts'

const evaluation = await evaluate(BUILTINS[1] ?? BUILTINS[0])
const hops =
  (evaluation.trace?.forward.hops.length ?? 0) + (evaluation.trace?.reply?.hops.length ?? 0)
const rules = evaluation.trace?.forward.hops.findIndex(({ walk }) => walk !== undefined) ?? -1

beforeEach(() => {
  openQuietly({ run: { phase: 'answered', evaluation }, visit: 'first' })
})

const shown = () => playground().getState().shown
const playing = () => playground().getState().playing
const wantsStill = (matches: boolean) =>
  Object.assign(globalThis, { matchMedia: () => ({ matches }) })

describe('Stepping', () => {
  test('goes hop by hop, and the last hop is the end', () => {
    showHop(0)
    stepByHop(1)
    expect(shown()).toEqual({ hop: 1, step: null })
    showHop(hops - 2)
    stepByHop(1)
    expect(shown()).toBe('end')
    stepByHop(1)
    expect(shown()).toBe('end')
    stepByHop(-1)
    expect(shown()).toEqual({ hop: hops - 2, step: null })
  })

  test('stops at the start', () => {
    showHop(0)
    stepByHop(-1)
    expect(shown()).toEqual({ hop: 0, step: null })
  })

  test('goes rule by rule into a hop and out of it', () => {
    showHop(rules - 1)
    stepByRule(1)
    expect(shown()).toEqual({ hop: rules, step: 0 })
    stepByRule(1)
    stepByRule(-1)
    stepByRule(-1)
    expect(shown()).toEqual({ hop: rules - 1, step: null })
  })

  test('from the middle of a hop forward finishes it, back leaves it', () => {
    show({ hop: rules, step: 1 })
    stepByHop(1)
    expect(shown()).toEqual({ hop: rules, step: null })
    show({ hop: rules, step: 1 })
    stepByHop(-1)
    expect(shown()).toEqual({ hop: rules - 1, step: null })
  })
})

describe('Playing', () => {
  test('from the end starts anew, from elsewhere goes on', () => {
    play()
    expect([playing(), shown()]).toEqual([true, { hop: 0, step: null }])
    showHop(2)
    expect(playing()).toBe(false)
    togglePlaying()
    expect([playing(), shown()]).toEqual([true, { hop: 2, step: null }])
    togglePlaying()
    expect(playing()).toBe(false)
  })

  test('goes on while the clock moves it', () => {
    play()
    reach({ hop: 1, step: null })
    expect([playing(), shown()]).toEqual([true, { hop: 1, step: null }])
  })

  test('ends with an invitation on the first visit, and only then', () => {
    play()
    finish()
    expect([playing(), shown()]).toEqual([false, 'end'])
    expect(playground().getState().visit).toBe('inviting')
    playground().setState({ visit: 'seen' })
    play()
    finish()
    expect(playground().getState().visit).toBe('seen')
  })

  test('where motion is unwanted, a change shows its end at once', () => {
    showHop(1)
    wantsStill(true)
    replay()
    expect([playing(), shown()]).toEqual([false, 'end'])
    wantsStill(false)
    replay()
    expect([playing(), shown()]).toEqual([true, { hop: 0, step: null }])
  })

  test('to the end stops it', () => {
    play()
    showEnd()
    expect([playing(), shown()]).toEqual([false, 'end'])
  })
})
