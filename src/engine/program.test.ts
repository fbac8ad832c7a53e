import { describe, expect, test } from 'vitest'
import type { Packet } from '../net/packet.ts'
import { PROTOCOLS } from '../net/protocol.ts'
import { freshMemory, type NodeMemory } from './conntrack.ts'
import { address, masked, node, packet, rule } from './fixtures/sketch.ts'
import type { Arrival, FlowPassed, NodeState } from './node.ts'
import { passFlow } from './pass-node.ts'
import { passPrograms } from './pass-programs.ts'
import type { EgressProgram, ProgramRule, ProgramSnat, ProgramTarget } from './program.ts'
import { readyNode } from './ready-node.ts'
import type { Match } from './rule.ts'
import type { Step } from './trace.ts'

const NODE = '10.1.1.10'
const fromPod: Arrival = { kind: 'received', by: 'pod0' }
const fromOutside: Arrival = { kind: 'received', by: 'eth0' }

const snat = (to = NODE, given: Partial<ProgramSnat> = {}): ProgramSnat => ({
  kind: 'snat',
  to: address(to),
  ports: { lo: 32768, hi: 65535 },
  exhausted: 'No mapping for NAT masquerade',
  ...given,
})

let count = 0
function step(
  target: ProgramTarget,
  given: { s?: string; d?: string; reply?: true; m?: readonly Match[] } = {},
): ProgramRule {
  count += 1
  return {
    id: `p${count}`,
    base: {
      ...(given.s ? { source: masked(given.s) } : {}),
      ...(given.d ? { destination: masked(given.d) } : {}),
    },
    matches: given.m ?? [],
    ...(given.reply ? { reply: given.reply } : {}),
    target,
    origin: { code: 'test' },
  }
}

type Chains = Readonly<Record<string, readonly ProgramRule[]>>

function programs(
  main: readonly ProgramRule[],
  more: Chains = {},
  given: Partial<EgressProgram> = {},
) {
  const others = Object.entries(more).map(([name, rules]) => ({ name, rules }))
  const program: EgressProgram = {
    name: 'prog',
    family: 4,
    devices: ['eth0'],
    chains: [{ name: 'main', rules: main }, ...others],
    maps: [],
    ...given,
  }
  return (state: NodeState = node({})): NodeState => ({
    ...state,
    rules: { ...state.rules, programs: [program] },
    passPrograms,
  })
}

const pass = (
  state: NodeState,
  sent: Packet,
  memory: NodeMemory = freshMemory,
  arrival: Arrival = fromPod,
): FlowPassed => passFlow(readyNode(state), memory, sent, arrival)[0]

/** `10.1.1.10 40000 > 8.8.8.8 443 forwarded`. */
function told({ passage: { packet: left, sport, dport, fate } }: FlowPassed): string {
  const port = (seen: typeof sport) => (seen.kind === 'exact' ? seen.port : `${seen.lo}-${seen.hi}`)
  const text = ({ words: [word = 0] }: Packet['src']) =>
    [word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255].join('.')
  return `${text(left.src)} ${port(sport)} > ${text(left.dst)} ${port(dport)} ${fate}`
}

const account = ({ passage }: FlowPassed): readonly string[] =>
  (passage.egress?.walk.steps ?? []).map(stepTold)

function stepTold(each: Step): string {
  switch (each.kind) {
    case 'entered':
      return `> ${each.chain}`
    case 'skipped':
      return `${each.rule.chain} ${each.rule.line} not ${each.failed.field}`
    case 'matched':
      return `${each.rule.chain} ${each.rule.line} ${each.did.kind}`
    case 'resumed':
      return `< ${each.chain} ${each.line}`
    case 'policy':
      return `${each.chain} ${each.policy}`
  }
}

const out = packet('100.65.0.50 > 8.8.8.8')
const back = packet(`8.8.8.8 > ${NODE}`, { sport: 443, dport: 40000 })

describe('a program at a device', () => {
  test('is asked of what leaves by that device, and by no other', () => {
    const on = (devices: readonly string[]) => programs([step(snat())], {}, { devices })()
    expect(told(pass(on(['eth0']), out))).toBe(`${NODE} 40000 > 8.8.8.8 443 forwarded`)
    const elsewhere = pass(on(['eth1']), out)
    expect(told(elsewhere)).toBe('100.65.0.50 40000 > 8.8.8.8 443 forwarded')
    expect(elsewhere.passage.egress).toBeUndefined()
  })

  test('is asked of packets of its family only', () => {
    const state = programs([step(snat())], {}, { family: 6 })()
    expect(told(pass(state, out))).toBe('100.65.0.50 40000 > 8.8.8.8 443 forwarded')
  })

  test('comes after table nat, and sees what that has left', () => {
    const masqueraded = node({
      POSTROUTING: [
        rule(
          {},
          {
            kind: 'snat',
            to: { lo: address('10.1.1.77'), hi: address('10.1.1.77') },
            persistent: false,
            random: false,
            fullyRandom: false,
          },
        ),
      ],
    })
    const state = programs([
      step({ kind: 'keep' }, { s: '100.65.0.50' }),
      step(snat(), { s: '10.1.1.77' }),
    ])(masqueraded)
    const passed = pass(state, out)
    expect(told(passed)).toBe(`${NODE} 40000 > 8.8.8.8 443 forwarded`)
    expect(passed.passage.egress?.before.packet.src).toEqual(address('10.1.1.77'))
    expect(passed.passage.walks.map(({ hook }) => hook)).toEqual(['PREROUTING', 'POSTROUTING'])
    expect(passed.passage.egress?.walk.hook).toBe('TC_EGRESS')
  })

  test('is not asked of what is delivered to the node, or has no route', () => {
    const state = programs([step({ kind: 'drop', text: 'never' })])()
    expect(pass(state, packet(`100.65.0.50 > ${NODE}`)).passage.fate).toBe('local')
    expect(pass(state, packet('100.65.0.50 > 0.0.0.0')).passage.egress).toBeUndefined()
  })
})

describe('the walk', () => {
  test('goes through called chains, back to the caller, and to the end', () => {
    const state = programs(
      [step({ kind: 'call', chain: 'sub' }), step({ kind: 'keep' }, { d: '9.9.9.9' })],
      {
        sub: [step({ kind: 'keep' }, { s: '1.1.1.1' }), step({ kind: 'return' }), step(snat())],
      },
    )()
    const passed = pass(state, out)
    expect(told(passed)).toBe('100.65.0.50 40000 > 8.8.8.8 443 forwarded')
    expect(account(passed)).toEqual([
      '> main',
      'main 1 jumped',
      '> sub',
      'sub 1 not source',
      'sub 2 returned',
      '< main 2',
      'main 2 not destination',
      'main ACCEPT',
    ])
    expect(passed.passage.egress?.walk.decided).toBeNull()
    expect(passed.passage.egress?.end).toEqual({ kind: 'kept' })
  })

  test('comes back from the end of a chain as from a return', () => {
    const state = programs([step({ kind: 'call', chain: 'sub' }), step(snat())], { sub: [] })()
    expect(account(pass(state, out))).toEqual([
      '> main',
      'main 1 jumped',
      '> sub',
      '< main 2',
      'main 2 rewrote',
    ])
  })

  test('ends where a rule keeps, drops or sends to a gateway, also in a called chain', () => {
    const ending = (target: ProgramTarget) => {
      const passed = pass(
        programs([step({ kind: 'call', chain: 'sub' }), step(snat())], { sub: [step(target)] })(),
        out,
      )
      return [
        passed.passage.fate,
        account(passed).at(-1),
        passed.passage.egress?.walk.decided?.line,
      ]
    }
    expect(ending({ kind: 'keep' })).toEqual(['forwarded', 'sub 1 accepted', 1])
    expect(ending({ kind: 'drop', text: 'why' })).toEqual(['program-dropped', 'sub 1 dropped', 1])
    expect(ending({ kind: 'gateway', node: 'n2', device: 'vxlan' })).toEqual([
      'to-gateway',
      'sub 1 tunnelled',
      1,
    ])
  })

  test('says why it dropped, and where it sent', () => {
    const end = (target: ProgramTarget) => pass(programs([step(target)])(), out).passage.egress?.end
    expect(end({ kind: 'drop', text: 'why' })).toEqual({ kind: 'dropped', text: 'why' })
    expect(end({ kind: 'gateway', node: 'n2', device: 'vxlan' })).toMatchObject({
      kind: 'gateway',
      node: 'n2',
      device: 'vxlan',
    })
  })

  test('a chain that there is not is a broken promise', () => {
    expect(() => pass(programs([step({ kind: 'call', chain: 'none' })])(), out)).toThrow(
      'chain none exists',
    )
  })

  test('looks up its own maps, the narrowest entry first', () => {
    const maps = [
      {
        name: 'kept',
        type: 'hash:net',
        family: 4,
        options: [],
        entries: [
          { address: address('8.0.0.0'), prefix: 8, nomatch: false },
          { address: address('8.8.8.8'), prefix: 32, nomatch: true },
        ],
      },
    ] as const
    const inMap: Match = { kind: 'set', set: 'kept', directions: ['dst'], negated: false }
    const state = programs([step({ kind: 'keep' }, { m: [inMap] }), step(snat())], {}, { maps })()
    expect(told(pass(state, packet('100.65.0.50 > 8.8.4.4')))).toContain('100.65.0.50 ')
    expect(told(pass(state, out))).toContain(`${NODE} `)
  })

  test('what hangs on an unknown port goes every way, each with its probability', () => {
    const masquerade = node({
      POSTROUTING: [rule({}, { kind: 'masquerade', random: false, fullyRandom: true })],
    })
    const low: Match = {
      kind: 'ports',
      module: 'tcp',
      source: { lo: 1024, hi: 33279, negated: false },
    }
    const ways = passFlow(
      readyNode(programs([step({ kind: 'drop', text: 'low' }, { m: [low] })])(masquerade)),
      freshMemory,
      out,
      fromPod,
    )
    expect(ways.map(({ probability, passage }) => [probability, passage.fate])).toEqual([
      [0.5, 'program-dropped'],
      [0.5, 'forwarded'],
    ])
    expect(
      ways[0].passage.egress?.walk.steps.map((each) => each.kind === 'matched' && each.did.kind),
    ).toContain('undetermined')
  })
})

describe('a flow that conntrack knows', () => {
  test('is decided again packet by packet', () => {
    const kept = pass(programs([])(), out)
    expect(told(kept)).toContain('100.65.0.50 ')
    const again = pass(programs([step(snat())])(), out, kept.memory)
    expect(again.passage.walks).toEqual([])
    expect(told(again)).toBe(`${NODE} 40000 > 8.8.8.8 443 forwarded`)
  })

  test('has answers, which a rule may tell apart', () => {
    const state = programs([step({ kind: 'keep' }, { reply: true }), step(snat())])()
    const inbound = packet('8.8.8.8 > 100.65.0.50', { sport: 5555, dport: 80 })
    const { memory } = pass(state, inbound, freshMemory, fromOutside)
    const answer = pass(state, packet('100.65.0.50 > 8.8.8.8', { sport: 80, dport: 5555 }), memory)
    expect(account(answer)).toEqual(['> main', 'main 1 accepted'])
    const own = pass(state, out, memory)
    expect(account(own)).toEqual(['> main', 'main 1 not extension', 'main 2 rewrote'])
    expect(own.passage.egress?.walk.steps[1]).toMatchObject({
      failed: { module: 'ct', wanted: 'reply', got: 'original', negated: false },
    })
  })

  test('gets its answers back, under the source that it had', () => {
    const state = programs([step(snat())])()
    const { memory } = pass(state, out)
    expect(told(pass(state, back, memory, fromOutside))).toBe(
      '8.8.8.8 443 > 100.65.0.50 40000 forwarded',
    )
    const stranger = { ...back, dport: 40001 }
    expect(pass(state, stranger, memory, fromOutside).passage.fate).toBe('local')
    expect(pass(state, back, memory, fromPod).passage.packet.dst).toEqual(address(NODE))
    expect(pass(node({}), back, memory, fromOutside).passage.fate).toBe('local')
  })

  test('an echo gets its identifier back too', () => {
    const state = programs([step(snat(NODE, { ports: { lo: 7, hi: 7 } }))])()
    const echo = {
      ...out,
      protocol: PROTOCOLS.icmp,
      sport: 99,
      dport: 0,
      icmp: { type: 8, code: 0 },
    }
    const sent = pass(state, echo)
    expect(sent.passage.sport).toEqual({ kind: 'exact', port: 7 })
    const answer = {
      ...back,
      protocol: PROTOCOLS.icmp,
      sport: 7,
      dport: 0,
      icmp: { type: 0, code: 0 },
    }
    const got = pass(state, answer, sent.memory, fromOutside).passage
    expect([got.packet.dst, got.packet.sport]).toEqual([address('100.65.0.50'), 99])
  })
})
