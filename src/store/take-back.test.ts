import { beforeEach, expect, test } from 'vitest'
import { en } from '../i18n/en.ts'
import { BUILTINS } from '../scenario/fixtures/builtin-states.ts'
import { keepHistory } from './history.ts'
import { openPlayground, playground } from './playground.ts'
import { studio, tell } from './studio.ts'
import { makeAgain, takeBack } from './take-back.ts'

const [first] = BUILTINS

beforeEach(() => {
  openPlayground({
    scenario: first,
    run: { phase: 'idle' },
    shown: 'end',
    compared: null,
    playing: false,
    speed: 1,
    probes: [],
    tab: 'chain',
    messages: en,
    own: null,
    theme: 'system',
    visit: 'seen',
    litRule: null,
    linkTrouble: null,
  })
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
