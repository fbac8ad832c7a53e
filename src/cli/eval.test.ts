import { describe, expect, test } from 'vitest'
import { answerTo } from './eval.ts'
import type { Json } from './eval-json.ts'

const node = {
  interfaces: [
    { name: 'lo', addresses: ['127.0.0.1', '::1'] },
    { name: 'pod0', addresses: ['100.65.0.1'] },
    { name: 'eth0', addresses: ['10.1.1.10/24', '2001:db8:1::10/64'] },
  ],
  routes: [
    { to: '0.0.0.0/0', via: '10.1.1.1', dev: 'eth0' },
    { to: '100.65.0.0/24', dev: 'pod0' },
    { to: '::/0', via: '2001:db8:1::1', dev: 'eth0' },
  ],
}

const NAT = '*nat\n:PREROUTING ACCEPT [0:0]\n:INPUT ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n'
const table = (...rules: string[]) =>
  `${NAT}:POSTROUTING ACCEPT [0:0]\n${rules.map((rule) => `${rule}\n`).join('')}COMMIT\n`

const tcp = {
  src: '100.65.0.50',
  dst: '8.8.8.8',
  proto: 'tcp',
  in: 'pod0',
  sport: 40000,
  dport: 443,
}
const kernel = { id: 'k', node, rules: table('-A POSTROUTING -j MASQUERADE'), packets: [tcp] }

const ask = (line: Json, nodes: Json = {}): Json => answerTo(JSON.stringify(line), nodes)

describe('a kernel case', () => {
  test('gets a verdict for each packet, and the counters', () => {
    expect(ask(kernel)).toEqual({
      id: 'k',
      verdicts: [{ src: '10.1.1.10', dst: '8.8.8.8', sport: 40000, dport: 443, out: 'eth0' }],
      counters: `${NAT.replace('PREROUTING ACCEPT [0:0]', 'PREROUTING ACCEPT [1:40]')}:POSTROUTING ACCEPT [0:0]\n[1:40] -A POSTROUTING -j MASQUERADE\nCOMMIT`,
    })
  })

  test('may name its node', () => {
    expect(ask({ ...kernel, node: 'N1' }, { N1: node })).toEqual(ask(kernel))
    expect(ask({ ...kernel, node: 'N2' }, { N1: node })).toEqual({
      id: 'k',
      error: 'node: no entry N2',
    })
  })

  test('says a range for a port that the kernel picks, and nothing of an identifier', () => {
    const rules = table(
      '-A PREROUTING -p udp -j DNAT --to-destination 9.9.9.9:80-90 --random',
      '-A POSTROUTING -j MASQUERADE --random-fully',
    )
    const udp = { ...tcp, proto: 'udp' }
    const icmp = { ...tcp, proto: 'icmp', dport: undefined }
    expect(ask({ ...kernel, rules, packets: [tcp, udp, icmp] })).toMatchObject({
      verdicts: [
        { src: '10.1.1.10', dst: '8.8.8.8', sportRange: [1024, 65535], dport: 443, out: 'eth0' },
        { dst: '9.9.9.9', sportRange: [1024, 65535], dportRange: [80, 90] },
        { src: '10.1.1.10', dst: '8.8.8.8', out: 'eth0' },
      ],
    })
    const answer = ask({ ...kernel, rules, packets: [icmp] })
    expect(JSON.stringify(answer)).not.toContain('sport')
  })

  test('tells delivery to the node from a packet that went nowhere', () => {
    const packets = [
      { ...tcp, dst: '10.1.1.10' },
      { ...tcp, dst: '224.0.0.5' },
    ]
    expect(ask({ ...kernel, packets })).toMatchObject({
      verdicts: [{ out: null }, { out: null, dropped: true }],
    })
    expect(JSON.stringify(ask({ ...kernel, packets: packets.slice(0, 1) }))).not.toContain(
      'dropped',
    )
  })

  test('lists the ways of chance, and goes on with the likeliest', () => {
    const rules = table(
      '-A POSTROUTING -m statistic --mode random --probability 0.25 -j MASQUERADE',
    )
    expect(ask({ ...kernel, rules })).toMatchObject({
      verdicts: [
        {
          src: '100.65.0.50',
          alternatives: [
            { probability: 0.25, src: '10.1.1.10' },
            { probability: 0.75, src: '100.65.0.50' },
          ],
        },
      ],
      counters: expect.stringContaining('[0:0] -A POSTROUTING'),
    })
  })

  test('remembers one packet when it sees the next', () => {
    const second = { ...tcp, src: '100.65.0.51' }
    expect(ask({ ...kernel, packets: [tcp, second, tcp] })).toMatchObject({
      verdicts: [{ sport: 40000 }, { sportRange: [1024, 65535] }, { sport: 40000 }],
      counters: expect.stringContaining('[2:80] -A POSTROUTING'),
    })
  })

  test('is of the family that its packets are, or that it says', () => {
    const six = { ...tcp, src: 'fd00:65::50', dst: '2001:db8:9::9' }
    expect(ask({ ...kernel, packets: [six] })).toMatchObject({
      verdicts: [{ src: '2001:db8:1::10', out: 'eth0' }],
      counters: expect.stringContaining('[1:60]'),
    })
    const rules = table('-A POSTROUTING -d fd00::/8 -j ACCEPT')
    expect(ask({ ...kernel, rules, packets: [], family: 6 })).toMatchObject({ verdicts: [] })
    expect(ask({ ...kernel, rules, packets: [] })).toMatchObject({ error: expect.any(String) })
    expect(ask({ ...kernel, packets: [tcp, six] })).toMatchObject({
      error: 'packets: not all are of one family',
    })
  })

  test('may send packets of the node itself, and any protocol by its number', () => {
    const { in: _, ...own } = { ...tcp, src: '10.1.1.10', proto: 50 }
    expect(ask({ ...kernel, packets: [own, { ...own, dst: '9.9.9.9', in: null }] })).toMatchObject({
      verdicts: [
        { src: '10.1.1.10', out: 'eth0' },
        { src: '10.1.1.10', out: 'eth0' },
      ],
      counters: expect.stringContaining(':OUTPUT ACCEPT [2:40]'),
    })
  })

  test('may bring sets', () => {
    const rules = table('-A POSTROUTING -m set --match-set pods src -j MASQUERADE')
    const sets = 'create pods hash:net\nadd pods 100.65.0.0/24\n'
    expect(ask({ ...kernel, rules, sets })).toMatchObject({ verdicts: [{ src: '10.1.1.10' }] })
    expect(ask({ ...kernel, rules })).toEqual({
      id: 'k',
      error: expect.stringMatching(/^rules:6:\d+: Set pods doesn't exist/),
    })
    expect(ask({ ...kernel, rules, sets: 'create pods hash:no\n' })).toEqual({
      id: 'k',
      error: expect.stringMatching(/^sets:1:\d+: /),
    })
  })

  test('127.0.0.1 alone stands for its whole net, another address for itself', () => {
    const rules = table('-A OUTPUT -m addrtype --dst-type LOCAL -j ACCEPT')
    const own = { ...tcp, src: '127.0.0.1', in: null }
    const packets = ['127.9.9.9', '10.1.1.10', '100.65.0.1', '100.65.0.2'].map((dst, i) => ({
      ...own,
      dst,
      sport: i,
    }))
    expect(ask({ ...kernel, rules, packets })).toMatchObject({
      counters: expect.stringContaining('[3:120] -A OUTPUT'),
    })
  })
})

describe('a line that cannot be used gets an error, and no other line suffers', () => {
  const changed = (more: object): Json => ({ ...kernel, ...more })

  test.each([
    [{ id: 7 }, 7, 'neither rules nor config nor scenario'],
    [null, null, 'neither rules nor config nor scenario'],
    [[], null, 'neither rules nor config nor scenario'],
    [changed({ rules: 5 }), 'k', 'rules is not a text'],
    [changed({ sets: 5 }), 'k', 'sets is not a text'],
    [changed({ packets: {} }), 'k', 'packets: not a list'],
    [changed({ packets: [tcp, { ...tcp, src: 'x' }] }), 'k', 'packets: 2: x is not an address'],
    [changed({ packets: [{ ...tcp, dst: 5 }] }), 'k', 'packets: 1: dst is not a text'],
    [
      changed({ packets: [{ ...tcp, dst: '::1' }] }),
      'k',
      'packets: 1: src and dst are of two families',
    ],
    [
      changed({ packets: [{ ...tcp, sport: 65536 }] }),
      'k',
      'packets: 1: sport is not a number from 0 to 65535',
    ],
    [
      changed({ packets: [{ ...tcp, dport: -1 }] }),
      'k',
      'packets: 1: dport is not a number from 0 to 65535',
    ],
    [
      changed({ packets: [{ ...tcp, dport: 1.5 }] }),
      'k',
      'packets: 1: dport is not a number from 0 to 65535',
    ],
    [changed({ packets: [{ ...tcp, proto: 'tpc' }] }), 'k', 'packets: 1: proto is not a protocol'],
    [
      changed({ packets: [{ ...tcp, proto: 256 }] }),
      'k',
      'packets: 1: proto is not a number from 0 to 255',
    ],
    [changed({ packets: [{ ...tcp, in: 5 }] }), 'k', 'packets: 1: in is not an interface'],
    [changed({ node: undefined }), 'k', 'node: interfaces: not a list'],
    [changed({ node: { ...node, routes: 1 } }), 'k', 'node: routes: not a list'],
    [
      changed({ node: { ...node, interfaces: [{}] } }),
      'k',
      'node: interfaces: 1: name is not a text',
    ],
    [
      changed({ node: { ...node, interfaces: [{ name: 'a', addresses: [1] }] } }),
      'k',
      'node: interfaces: 1: 1: 1 is not an address',
    ],
    [
      changed({ node: { ...node, interfaces: [{ name: 'a', addresses: ['10.0.0.1/33'] }] } }),
      'k',
      'node: interfaces: 1: 1: 10.0.0.1/33 has no prefix length',
    ],
    [changed({ node: { ...node, routes: [{}] } }), 'k', 'node: routes: 1: to is not a text'],
    [
      changed({ node: { ...node, routes: [{ to: '10.0.0.0/' }] } }),
      'k',
      'node: routes: 1: 10.0.0.0/ has no prefix length',
    ],
    [
      changed({ node: { ...node, routes: [{ to: '10.0.0.0/8' }] } }),
      'k',
      'node: routes: 1: dev is not a text',
    ],
    [
      changed({ node: { ...node, routes: [{ to: '10.0.0.0/8', dev: 'a', via: 'b' }] } }),
      'k',
      'node: routes: 1: b is not an address',
    ],
    [
      changed({ node: { ...node, routes: [{ to: '10.0.0.0/8', dev: 'a', via: 1 }] } }),
      'k',
      'node: routes: 1: via is not a text',
    ],
  ])('%j', (line, id, error) => {
    expect(ask(line)).toEqual({ id, error })
  })

  test('not even JSON', () => {
    expect(answerTo('{', {})).toEqual({ id: null, error: expect.any(String) })
  })

  test('names that every object has are not entries', () => {
    expect(ask(changed({ node: 'constructor' }))).toEqual({
      id: 'k',
      error: 'node: no entry constructor',
    })
    expect(ask(changed({ packets: [{ ...tcp, proto: 'toString' }] }))).toMatchObject({
      error: 'packets: 1: proto is not a protocol',
    })
  })
})

test('a line with a config is a case of the agent, even where it has rules beside it', () => {
  expect(ask({ id: 'a', config: null, rules: 'x' })).toMatchObject({ id: 'a', error: null })
})
