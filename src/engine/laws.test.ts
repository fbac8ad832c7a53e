import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cidrContains, cidrOf } from '../net/cidr.ts'
import type { Packet } from '../net/packet.ts'
import { isIcmp } from '../net/protocol.ts'
import { freshMemory } from './conntrack.ts'
import { bytesOf, countWalks, noCounters } from './counters.ts'
import {
  anyArrival,
  anyChains,
  anyPacket,
  anyRange,
  type Chains,
  SETS,
} from './fixtures/arbitrary.ts'
import { jump, MASQUERADE, masked, node, RETURN, rule, tell } from './fixtures/sketch.ts'
import type { Arrival, NodeState } from './node.ts'
import { portSeen } from './pass.ts'
import { passFlow, passNode } from './pass-node.ts'
import { readyNode } from './ready-node.ts'
import { verdictOf } from './verdict.ts'

/** A node that has the same chains for both families; the packets say which are meant. */
const stateOf = (chains: Chains): NodeState => node(chains, { six: chains, sets: SETS })

/** Every outcome with its probability, without the account. */
const verdicts = (state: NodeState, sent: Packet, arrival: Arrival): string[] =>
  passNode(state, sent, arrival).map(
    ({ probability, passage }) => `${probability} ${tell(passage)}`,
  )

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) frozen(part)
  }
  return value
}

const rulesOf = (chains: Chains, name: string) => chains[name] ?? []

/** An echo reply has the identifier of its request, other answers have the two ports exchanged. */
function answerTo({ src, dst, protocol, sport, dport }: Packet): Packet {
  const turned = { src: dst, dst: src, protocol }
  if (!isIcmp(protocol)) return { ...turned, sport: dport, dport: sport }
  return { ...turned, sport, dport: 0, icmp: { type: src.family === 4 ? 0 : 129, code: 0 } }
}

const RUNS = { numRuns: 300 }

describe.each([4, 6] as const)('IPv%i', (family) => {
  const sent = anyPacket(family)
  const chains = anyChains(family)

  test('the verdict alone is the verdict of the trace', () => {
    fc.assert(
      fc.property(chains, sent, anyArrival, (of, packet, arrival) => {
        const state = stateOf(of)
        const said = verdictOf(readyNode(state), packet, arrival)
        const told = passNode(state, packet, arrival)
        expect(
          said.map(({ probability, value: { sport, dport, ...rest } }) => ({
            probability,
            ...rest,
            sport: portSeen(sport),
            dport: portSeen(dport),
          })),
        ).toEqual(
          told.map(({ probability, passage: { packet: left, fate, out, sport, dport } }) => ({
            probability,
            fate,
            src: left.src,
            dst: left.dst,
            out,
            sport,
            dport,
          })),
        )
      }),
      RUNS,
    )
  })

  test('a node asked twice answers the same, and nothing it was given has changed', () => {
    fc.assert(
      fc.property(chains, sent, anyArrival, (of, packet, arrival) => {
        const state = frozen(stateOf(of))
        const first = passNode(state, frozen(packet), arrival)
        expect(passNode(state, packet, arrival)).toEqual(first)
      }),
      RUNS,
    )
  })

  test('the probabilities of all outcomes add up to one', () => {
    fc.assert(
      fc.property(chains, sent, anyArrival, (of, packet, arrival) => {
        const ways = passNode(stateOf(of), packet, arrival)
        expect(ways.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9)
      }),
      RUNS,
    )
  })

  test('a walk ends in a decision or in a policy, never in both', () => {
    fc.assert(
      fc.property(chains, sent, anyArrival, (of, packet, arrival) => {
        for (const { passage } of passNode(stateOf(of), packet, arrival)) {
          for (const { steps, decided, hook } of passage.walks) {
            expect(steps[0]).toEqual({ kind: 'entered', chain: hook })
            const counted = countWalks(noCounters, [{ steps, decided, hook, node: '' }], 1)
            expect(counted.chains.get(hook)?.packets ?? 0).toBe(decided === null ? 1 : 0)
          }
        }
      }),
      RUNS,
    )
  })

  test('a RETURN for a range changes nothing for a destination outside of it', () => {
    fc.assert(
      fc.property(
        anyChains(family, { early: false }),
        sent,
        anyArrival,
        anyRange(family),
        fc.constantFrom('POSTROUTING', 'A', 'B', 'PREROUTING'),
        fc.nat(6),
        (of, packet, arrival, range, chain, place) => {
          const { address, mask } = masked(range)
          const prefix = Number(range.split('/')[1])
          fc.pre(mask.length > 0 && !cidrContains(cidrOf(address, prefix), packet.dst))
          const rules = rulesOf(of, chain)
          const added = rules.toSpliced(place, 0, rule({ d: range }, RETURN))
          expect(verdicts(stateOf({ ...of, [chain]: added }), packet, arrival)).toEqual(
            verdicts(stateOf(of), packet, arrival),
          )
        },
      ),
      RUNS,
    )
  })

  test('the order of RETURN rules changes the line that is reported, and no verdict', () => {
    fc.assert(
      fc.property(
        fc
          .array(anyRange(family), { minLength: 2, maxLength: 6 })
          .chain((ranges) =>
            fc.tuple(
              fc.constant(ranges),
              fc.shuffledSubarray(ranges, { minLength: ranges.length }),
            ),
          ),
        sent,
        anyArrival,
        ([ranges, shuffled], packet, arrival) => {
          const agent = (order: readonly string[]): NodeState =>
            stateOf({
              POSTROUTING: [rule({}, jump('IP-MASQ'))],
              'IP-MASQ': [...order.map((d) => rule({ d }, RETURN)), rule({}, MASQUERADE)],
            })
          expect(verdicts(agent(shuffled), packet, arrival)).toEqual(
            verdicts(agent(ranges), packet, arrival),
          )
        },
      ),
      RUNS,
    )
  })

  test('a chain that nothing enters changes nothing', () => {
    fc.assert(
      fc.property(
        chains,
        chains,
        sent,
        anyArrival,
        fc.nat(6),
        (of, other, packet, arrival, place) => {
          const never = rule({ p: 'sctp' }, jump('UNENTERED'))
          const added: Chains = {
            ...of,
            POSTROUTING: rulesOf(of, 'POSTROUTING').toSpliced(place, 0, never),
            UNENTERED: rulesOf(other, 'B'),
            ORPHAN: rulesOf(other, 'A'),
          }
          expect(verdicts(stateOf(added), packet, arrival)).toEqual(
            verdicts(stateOf(of), packet, arrival),
          )
        },
      ),
      RUNS,
    )
  })

  test('a reply undoes the rewrite', () => {
    fc.assert(
      fc.property(chains, sent, anyArrival, (of, packet, arrival) => {
        const ready = readyNode(stateOf(of))
        for (const { passage, memory } of passFlow(ready, freshMemory, packet, arrival)) {
          if (passage.fate !== 'forwarded') continue
          const by: Arrival = { kind: 'received', by: passage.out ?? '' }
          const [{ passage: back, memory: after }] = passFlow(
            ready,
            memory,
            answerTo(passage.packet),
            by,
          )
          expect(back.walks).toEqual([])
          expect(after).toBe(memory)
          expect(back.packet).toMatchObject(answerTo(packet))
        }
      }),
      RUNS,
    )
  })

  test('a second packet of a flow leaves as the first one did, and is counted by no rule', () => {
    fc.assert(
      fc.property(chains, chains, sent, anyArrival, (of, later, packet, arrival) => {
        for (const { passage, memory } of passFlow(
          readyNode(stateOf(of)),
          freshMemory,
          packet,
          arrival,
        )) {
          if (memory.flows.length === 0) continue
          const [{ passage: again }] = passFlow(readyNode(stateOf(later)), memory, packet, arrival)
          expect(tell(again)).toBe(tell(passage))
          expect(countWalks(noCounters, again.walks, bytesOf(packet))).toEqual(noCounters)
        }
      }),
      RUNS,
    )
  })
})
