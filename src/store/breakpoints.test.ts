import { beforeEach, expect, test } from 'vitest'
import { evaluate } from '../scenario/evaluate.ts'
import { BUILTINS } from '../scenario/fixtures/builtin-states.ts'
import { clearStops, stopBetween, stopsIn, toggleStop } from './breakpoints.ts'
import { openQuietly } from './fixtures/open-quietly.ts'
import { journeyOf, START } from './journey.ts'
import { finish, play, reach, show } from './playback-actions.ts'
import { playground } from './playground.ts'

const evaluation = await evaluate(BUILTINS[0])
const journey = journeyOf(evaluation.trace)
const walked = journey.findIndex(({ hop }) => hop.walk !== undefined)
const walk = journey[walked]?.hop.walk
const tried = (walk?.steps ?? []).flatMap((step, at) =>
  'rule' in step ? [{ at, rule: step.rule.id }] : [],
)
const node = walk?.node ?? ''
const [first] = tried
const last = journey.length - 1

openQuietly({ run: { phase: 'answered', evaluation } })

const state = () => playground().getState()
const at = (step: number | undefined) => ({ hop: walked, step: step ?? -1 })

beforeEach(() => {
  clearStops()
  playground().setState({ playing: false, shown: 'end' })
})

test('playing that comes to a stop stands there, and goes on from there', () => {
  toggleStop({ node, rule: first?.rule ?? '' })
  play()
  reach({ hop: walked - 1, step: null })
  expect(state().playing).toBe(true)
  reach(at(first?.at))
  expect(state()).toMatchObject({ playing: false, shown: at(first?.at) })
  play()
  reach({ hop: walked, step: null })
  expect(state().playing).toBe(true)
})

test('a stop that is jumped past within a frame is stood at all the same, also by the last one', () => {
  toggleStop({ node, rule: first?.rule ?? '' })
  play()
  reach({ hop: last, step: null })
  finish()
  expect(state()).toMatchObject({ playing: false, shown: at(first?.at) })
})

test('who walks by hand is not held, and a stop that was taken away holds nobody', () => {
  toggleStop({ node, rule: first?.rule ?? '' })
  show({ hop: last, step: null })
  expect(state().shown).toBe('end')
  toggleStop({ node, rule: first?.rule ?? '' })
  play()
  reach({ hop: last, step: null })
  finish()
  expect(state()).toMatchObject({ playing: false, shown: 'end' })
})

test('a stop is behind the place one comes from, and not behind the one one goes to', () => {
  const stops = new Set([`${node} ${first?.rule}`])
  const [only] = stopsIn(journey, stops)
  expect(only).toEqual(at(first?.at))
  expect(stopBetween(journey, START, at(first?.at), stops)).toEqual(only)
  expect(stopBetween(journey, at(first?.at), { hop: last, step: null }, stops)).toBeNull()
  expect(stopBetween(journey, START, { hop: 0, step: null }, stops)).toBeNull()
  expect(stopBetween(journey, START, { hop: last, step: null }, new Set())).toBeNull()
})
