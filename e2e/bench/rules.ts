import { natTable } from '../../src/engine/nat-table.ts'
import type { NodeState } from '../../src/engine/node.ts'
import type { Rule } from '../../src/engine/rule.ts'
import { type Address, formatAddress } from '../../src/net/address.ts'
import { type Cidr, cidrOf, formatCidr, hostCidr, maskWord } from '../../src/net/cidr.ts'

/** The same question for everyone: ordered ranges to keep, and destinations asked for. */
export interface Question {
  readonly ranges: readonly string[]
  readonly destinations: readonly string[]
  readonly node: NodeState
}

const v4 = (word: number): Address => ({ family: 4, words: [word >>> 0] })

/** Unicast, and nobody's loopback: what every contestant takes for an ordinary address. */
const ordinary = (word: number): boolean => {
  const first = word >>> 24
  return first > 0 && first < 224 && first !== 127
}

/** Park and Miller's generator: the same numbers in every run. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

/** Prefix lengths as they are met: mostly /24, some wider, a few hosts. */
function prefixLength(roll: number): number {
  if (roll < 0.55) return 24
  if (roll < 0.75) return 22 + (Math.round(roll * 10) % 2)
  if (roll < 0.9) return 16 + (Math.floor(roll * 1000) % 6)
  return roll < 0.97 ? 25 + (Math.floor(roll * 1000) % 8) : 11 + (Math.floor(roll * 1000) % 5)
}

export function question(size: number, asked: number): Question {
  const next = numbers(20261121 + size)
  const ranges: Cidr[] = []
  while (ranges.length < size) {
    const host = ranges[Math.floor(next() * ranges.length)]
    const inside = host !== undefined && next() < 0.4
    const word = Math.floor(next() * 2 ** 32)
    const base = inside ? (host.base.words[0] ?? 0) + (word % 2 ** (32 - host.prefix)) : word
    if (ordinary(base)) ranges.push(cidrOf(v4(base), prefixLength(next())))
  }
  const destinations: string[] = []
  while (destinations.length < asked) {
    const range = ranges[Math.floor(next() * ranges.length)]
    const word = Math.floor(next() * 2 ** 32)
    const inside = (range?.base.words[0] ?? 0) + (word % 2 ** (32 - (range?.prefix ?? 0)))
    const chosen = destinations.length % 2 === 0 ? word : inside
    if (ordinary(chosen)) destinations.push(formatAddress(v4(chosen)))
  }
  return { ranges: ranges.map(formatCidr), destinations, node: nodeWith(ranges) }
}

const keep = (range: Cidr, i: number): Rule => ({
  id: `keep-${i}`,
  base: { destination: { address: range.base, mask: [maskWord(range.prefix, 0)], negated: false } },
  matches: [],
  target: { kind: 'return' },
})

/** A node whose IP-MASQ keeps these ranges and masquerades the rest, as the agent writes it. */
function nodeWith(ranges: readonly Cidr[]): NodeState {
  const jump: Rule = {
    id: 'jump',
    base: {},
    matches: [{ kind: 'addrtype', destination: { types: ['LOCAL'], negated: true } }],
    target: { kind: 'jump', chain: 'IP-MASQ' },
  }
  const last: Rule = {
    id: 'masquerade',
    base: {},
    matches: [],
    target: { kind: 'masquerade', random: false, fullyRandom: true },
  }
  const gateway = v4(0x0a010101)
  return {
    network: {
      name: 'node',
      interfaces: [
        { name: 'lo', addresses: [{ address: v4(0x7f000001), prefix: 8 }] },
        { name: 'eth0', addresses: [{ address: v4(0x0a01010a), prefix: 32 }] },
        { name: 'veth0', addresses: [{ address: v4(0x64410001), prefix: 32 }] },
      ],
      routes: [
        { to: hostCidr(gateway), dev: 'eth0', via: null },
        { to: cidrOf(gateway, 0), dev: 'eth0', via: gateway },
      ],
    },
    rules: {
      nat4: natTable(4, { POSTROUTING: [jump] }, [
        { name: 'IP-MASQ', policy: null, rules: [...ranges.map(keep), last] },
      ]),
      nat6: natTable(6, {}, []),
      sets: [],
    },
  }
}
