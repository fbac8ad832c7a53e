import { expect, test, vi } from 'vitest'
import { en } from '../i18n/en.ts'
import { err, ok } from '../net/result.ts'
import { BUILTINS } from '../scenario/fixtures/builtin-states.ts'
import { openPlayground } from './playground.ts'
import { type AskRules, askForNode, keepReadingRules, ruleBookNow } from './rule-book.ts'

const BOOK = { nodes: [], differing: ['node-1', 'node-2'] }

test('Rules that the engine was too slow for are asked for again, but not for ever, nor where it died', async () => {
  openPlayground({
    scenario: BUILTINS[0],
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
  const ask = vi.fn<AskRules>()
  ask.mockResolvedValue(err({ code: 'engine-stuck', afterMs: 3000 }))
  keepReadingRules(ask)
  askForNode('node-1')
  await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(3))
  expect(ruleBookNow().differing).toEqual([])

  ask
    .mockResolvedValueOnce(err({ code: 'engine-stuck', afterMs: 3000 }))
    .mockResolvedValue(ok(BOOK))
  askForNode('node-2')
  await vi.waitFor(() => expect(ruleBookNow()).toBe(BOOK))
  expect(ask).toHaveBeenCalledTimes(5)

  ask.mockResolvedValueOnce(err({ code: 'engine-gone' }))
  askForNode('node-1')
  await new Promise((resolve) => setTimeout(resolve))
  expect(ask).toHaveBeenCalledTimes(6)
  expect(ruleBookNow()).toBe(BOOK)
})
