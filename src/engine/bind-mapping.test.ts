import { describe, expect, test } from 'vitest'
import type { Packet } from '../net/packet.ts'
import { bindMapping, rememberMapping } from './bind-mapping.ts'
import { freshMemory, leavingTuple, type NodeMemory } from './conntrack.ts'
import { address, node, packet } from './fixtures/sketch.ts'
import { portSeen, setPort, startPass } from './pass.ts'
import type { ProgramSnat } from './program.ts'
import { readyNode } from './ready-node.ts'

const NODE = readyNode(node({}))
const snat: ProgramSnat = {
  kind: 'snat',
  to: address('10.1.1.10'),
  ports: { lo: 32768, hi: 65535 },
  exhausted: 'No mapping',
}
const only = (lo: number, hi = lo): ProgramSnat => ({ ...snat, ports: { lo, hi } })

/** What was given, and the memory after it. */
function bind(
  sent: Packet,
  target: ProgramSnat = snat,
  memory: NodeMemory = freshMemory,
  known?: readonly [number, number],
) {
  const pass = startPass(NODE, memory, sent, { draw: () => true })
  if (known) setPort(pass.sport, ...known)
  const original = leavingTuple(pass)
  const trouble = bindMapping(pass, target)
  const port = portSeen(pass.sport)
  return {
    trouble,
    src: pass.src,
    port: port.kind === 'exact' ? port.port : [port.lo, port.hi],
    memory: trouble === null ? rememberMapping(pass, original) : memory,
  }
}

const from = (last: number, sport: number, to = '8.8.8.8') =>
  packet(`100.65.0.${last} > ${to}`, { sport })

describe('the port of a mapping', () => {
  test.each([
    [32768, 32768],
    [40000, 40000],
    [65535, 65535],
    [32767, [32768, 65535]],
    [53, [32768, 65535]],
  ])('of port %i is %j', (sport, port) => {
    expect(bind(from(50, sport))).toMatchObject({ trouble: null, src: snat.to, port })
  })

  test('moves where another Pod has it to the same destination', () => {
    const { memory } = bind(from(50, 40000))
    expect(bind(from(51, 40000), snat, memory).port).toEqual([32768, 65535])
    expect(bind(from(51, 40001), snat, memory).port).toBe(40001)
    expect(bind(from(51, 40000, '9.9.9.9'), snat, memory).port).toBe(40000)
    expect(bind({ ...from(51, 40000), dport: 80 }, snat, memory).port).toBe(40000)
    expect(bind({ ...from(51, 40000), protocol: 17 }, snat, memory).port).toBe(40000)
    const other = { ...snat, to: address('10.1.1.99') }
    expect(bind(from(51, 40000), other, memory).port).toBe(40000)
  })

  test('is the one that is left, where the others are known', () => {
    const range = only(40000, 40001)
    const { memory } = bind(from(50, 40000), range)
    const second = bind(from(51, 40000), range, memory)
    expect(second.port).toBe(40001)
    expect(bind(from(52, 40000), range, second.memory)).toMatchObject({ trouble: 'No mapping' })
    expect(bind(from(53, 1), range, second.memory)).toMatchObject({ trouble: 'No mapping' })
    expect(bind(from(53, 1, '9.9.9.9'), range, second.memory).port).toEqual([40000, 40001])
  })

  test('is the lowest that is left', () => {
    const { memory } = bind(from(50, 40001), only(40000, 40001))
    expect(bind(from(51, 40001), only(40000, 40001), memory).port).toBe(40000)
  })

  test('outside the range takes none of it away', () => {
    const { memory } = bind(from(50, 50000))
    expect(bind(from(51, 1), only(40000, 40001), memory).port).toEqual([40000, 40001])
  })

  test('that nobody knows takes none away either', () => {
    const { memory } = bind(from(50, 5), only(40000, 40001))
    expect(bind(from(51, 40000), only(40000, 40001), memory).port).toBe(40000)
  })

  test('of a range inside the one allowed stays a range', () => {
    expect(bind(from(50, 40000), snat, freshMemory, [40000, 50000]).port).toEqual([40000, 50000])
    expect(bind(from(50, 1024), snat, freshMemory, [1024, 2048]).port).toEqual([32768, 65535])
  })

  test('that may not change is a reason to drop', () => {
    const fixed = { ...snat, unchangeable: 'checksum' }
    expect(bind(from(50, 40000), fixed)).toMatchObject({ trouble: null, port: 40000 })
    expect(bind(from(50, 5000), fixed).trouble).toBe('checksum')
  })
})

describe('a flow that is mapped already', () => {
  test('keeps its mapping, packet by packet', () => {
    const first = bind(from(50, 5000), only(40000))
    const second = bind(from(50, 5000), snat, first.memory)
    expect(second).toMatchObject({ trouble: null, src: snat.to, port: 40000 })
    expect(second.memory).toBe(first.memory)
  })

  test('gets another one where the address has changed', () => {
    const first = bind(from(50, 5000), only(40000))
    const moved = bind(from(50, 5000), { ...snat, to: address('10.1.1.99') }, first.memory)
    expect(moved).toMatchObject({ src: address('10.1.1.99'), port: [32768, 65535] })
    expect(moved.memory.mappings).toHaveLength(2)
  })
})
