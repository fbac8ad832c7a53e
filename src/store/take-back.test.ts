import { beforeEach, expect, test } from 'vitest'
import { BUILTINS } from '../scenario/fixtures/builtin-states.ts'
import { openQuietly } from './fixtures/open-quietly.ts'
import { keepHistory } from './history.ts'
import { playground } from './playground.ts'
import { studio, tell } from './studio.ts'
import { makeAgain, takeBack } from './take-back.ts'

const [first] = BUILTINS

beforeEach(() => {
  openQuietly()
  keepHistory(first)
})

const toldBy = (act: () => void) => {
  tell({ what: 'tidied' })
  act()
  return studio().getState().told?.what
}

test('a change taken back and made again is told; where there is none, that is what is said', () => {
  expect(toldBy(takeBack)).toBe('nothing-to-undo')
  expect(toldBy(makeAgain)).toBe('nothing-to-redo')
  const { scenario } = playground().getState()
  playground().setState({ scenario: { ...scenario, flow: { ...scenario.flow, to: '8.8.8.8' } } })
  expect(toldBy(makeAgain)).toBe('nothing-to-redo')
  expect(toldBy(takeBack)).toBe('undone')
  expect(toldBy(takeBack)).toBe('nothing-to-undo')
  expect(toldBy(makeAgain)).toBe('redone')
  expect(toldBy(makeAgain)).toBe('nothing-to-redo')
})
