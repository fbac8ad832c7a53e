import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { evaluate } from '../../scenario/evaluate.ts'
import { readScenario } from '../../scenario/read-scenario.ts'
import { anyNetworks, anySender, anyTarget } from '../fixtures/any-world.ts'
import type { Trace } from '../trace.ts'

/** What a scenario says of one flow; null where it cannot be sent, e.g. to the sender itself. */
async function send(written: object, from: string, to: string): Promise<Trace | null> {
  const flows = [{ name: 'packet', from, to, protocol: 'tcp', port: 443 }]
  const head = { apiVersion: 'snat-playground/v1', kind: 'Scenario', metadata: { name: 'any' } }
  const read = readScenario(stringify({ ...head, ...written, flows }))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return (await evaluate(read.value)).trace
}

/** Milliseconds, on a busy machine. */
const SLOW = 60_000

const count = (trace: Trace, state: string): number =>
  trace.path.filter((check) => check.state === state).length

const dropped = (trace: Trace): number =>
  [trace.forward, trace.reply]
    .flatMap((leg) => leg?.hops ?? [])
    .filter(({ mood }) => mood === 'dropped').length

test(
  'In any networks every packet comes to an end, which its path and its hops tell alike',
  async () => {
    const ends = new Set<string>()
    await fc.assert(
      fc.asyncProperty(anyNetworks, anySender, anyTarget, async (networks, from, to) => {
        const trace = await send(networks, from, to)
        if (!trace) return
        const { outcome, reply } = trace
        ends.add(outcome.reason.code)
        expect(trace.forward.hops.length).toBeLessThan(120)
        expect(count(trace, 'failed')).toBe(outcome.kind === 'dropped' ? 1 : 0)
        expect(dropped(trace)).toBe(outcome.kind === 'dropped' ? 1 : 0)
        expect(count(trace, 'unknown')).toBe(outcome.kind === 'undetermined' ? 1 : 0)
        expect(outcome.missing.length > 0).toBe(outcome.kind === 'undetermined')
        expect(outcome.symptom === null).toBe(outcome.kind !== 'dropped')
        if (outcome.kind === 'delivered') expect(reply?.hops.at(-1)?.mood).toBe('delivered')
      }),
      { numRuns: 200, seed: 5 },
    )
    // Otherwise the worlds would be too tame to show anything.
    for (const code of ['arrived', 'dropped-routing-loop', 'dropped-vpc-firewall', 'not-told']) {
      expect([...ends]).toContain(code)
    }
  },
  SLOW,
)

test(
  'A flow that is asked twice is told alike, whatever was asked between',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyNetworks, anySender, anyTarget, async (networks, from, to) => {
        const first = await send(networks, from, to)
        await send(networks, 'pod-b', '8.8.8.8')
        expect(await send(networks, from, to)).toEqual(first)
      }),
      { numRuns: 30, seed: 7 },
    )
  },
  SLOW,
)
