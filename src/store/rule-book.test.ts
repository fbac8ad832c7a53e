import { expect, test, vi } from 'vitest'
import { err, ok } from '../net/result.ts'
import { openQuietly } from './fixtures/open-quietly.ts'
import { type AskRules, askForNode, keepReadingRules, ruleBookNow } from './rule-book.ts'

const BOOK = { nodes: [], differing: ['node-1', 'node-2'] }

test('Rules that the engine was too slow for are asked for again, but not for ever, nor where it died', async () => {
  openQuietly()
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
