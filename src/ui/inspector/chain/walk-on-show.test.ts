import { describe, expect, test } from 'vitest'
import type { Header, Hop, Step, Walk } from '../../../engine/trace.ts'
import type { JourneyHop } from '../../../store/journey.ts'
import { walkOnShow } from './walk-on-show.ts'

const header: Header = {
  src: '100.65.0.50',
  srcOwner: 'pod',
  dst: '10.2.1.100',
  dstOwner: 'far',
  protocol: 'tcp',
}
const entered: Step = { kind: 'entered', chain: 'POSTROUTING' }
const matched: Step = {
  kind: 'matched',
  rule: { id: 'a', chain: 'POSTROUTING', line: 1 },
  did: { kind: 'accepted' },
}
const hop = (walk?: Walk): Hop => ({
  place: 'node:node-1',
  stage: 'routing',
  before: header,
  after: header,
  changes: [],
  mood: 'passed',
  reason: { code: 'prerouting-left-alone' },
  ...(walk && { walk }),
})
const prerouting = hop({ node: 'node-1', hook: 'PREROUTING', steps: [entered], decided: null })
const postrouting = hop({
  node: 'node-1',
  hook: 'POSTROUTING',
  steps: [entered, matched],
  decided: null,
})
const journey = [hop(), prerouting, hop(), postrouting, hop()].map(
  (each, index): JourneyHop => ({ index, leg: 'forward', hop: each }),
)

describe('The chain panel shows the walk that matters', () => {
  test('A hook in which no rule was tried does not turn the page', () => {
    expect(walkOnShow(journey, { hop: 1, step: null })?.walk.hook).toBe('POSTROUTING')
  })

  test('Before the hop nothing is tried, in it so much as was played, after it everything', () => {
    const upTo = (at: number, step: number | null) => walkOnShow(journey, { hop: at, step })?.upTo
    expect(upTo(0, null)).toBe(-1)
    expect(upTo(3, 0)).toBe(0)
    expect(upTo(3, 1)).toBe(1)
    expect(upTo(3, null)).toBe(Number.POSITIVE_INFINITY)
    expect(upTo(4, null)).toBe(Number.POSITIVE_INFINITY)
  })

  test('The rule that is being tried is only known within the hop', () => {
    expect(walkOnShow(journey, { hop: 3, step: 1 })?.now).toBe(1)
    expect(walkOnShow(journey, { hop: 3, step: null })?.now).toBeNull()
    expect(walkOnShow(journey, { hop: 4, step: null })?.now).toBeNull()
  })

  test('A journey that passes no nat table has no walk', () => {
    expect(walkOnShow([], { hop: 0, step: null })).toBeNull()
  })
})
