import { beforeEach, expect, test } from 'vitest'
import { BUILTINS } from '../scenario/fixtures/builtin-states.ts'
import type { ScenarioState } from '../scenario/state.ts'
import { openQuietly } from './fixtures/open-quietly.ts'
import { inStroke, keepHistory, redo, undo } from './history.ts'
import { playground } from './playground.ts'

const [first] = BUILTINS
const other = BUILTINS[1] ?? first

beforeEach(() => {
  openQuietly()
  keepHistory(first)
})

const now = () => playground().getState().scenario
const put = (scenario: ScenarioState) => playground().setState({ scenario })
const typed = (text: string) => put({ ...now(), manifests: { ...now().manifests, text } })
const applied = (on: boolean) => put({ ...now(), manifests: { ...now().manifests, applied: on } })

test('whatever changes the scenario is taken back in turn, and made again', () => {
  applied(true)
  put(other)
  undo()
  expect(now().manifests.applied).toBe(true)
  undo()
  expect(now()).toEqual(first)
  redo()
  redo()
  expect(now()).toBe(other)
  undo()
  undo()
  expect(now()).toEqual(first)
})

test('strokes that follow each other are one step, and a switch between them begins another', () => {
  typed('a')
  typed('ab')
  applied(true)
  typed('abc')
  undo()
  expect(now().manifests).toMatchObject({ text: 'ab', applied: true })
  undo()
  expect(now().manifests).toMatchObject({ text: 'ab', applied: false })
  undo()
  expect(now()).toEqual(first)
})

test('edits of one stroke are one step', () => {
  const named = (name: string) => put({ ...now(), flow: { ...now().flow, name } })
  inStroke('nudge', () => named('a'))
  inStroke('nudge', () => named('b'))
  named('c')
  undo()
  expect(now().flow.name).toBe('b')
  undo()
  expect(now()).toEqual(first)
})

test('the text in force, which the engine writes back, is no step', () => {
  typed('a')
  put({ ...now(), manifests: { ...now().manifests, inForce: 'a' } })
  undo()
  expect(now()).toEqual(first)
})

test('after something new there is nothing to make again, and with nothing done nothing to take back', () => {
  applied(true)
  undo()
  typed('new')
  redo()
  expect(now().manifests.text).toBe('new')
  undo()
  undo()
  undo()
  expect(now()).toEqual(first)
})

test('what was changed before anybody listened can be taken back too', () => {
  put(other)
  keepHistory(first)
  undo()
  expect(now()).toBe(first)
})
