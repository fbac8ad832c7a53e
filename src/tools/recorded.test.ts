/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { emptyNat } from '../engine/nat-table.ts'
import type { IpSet } from '../engine/rule.ts'
import type { Header } from '../engine/trace.ts'
import { parseIpset } from '../iptables/parse-ipset.ts'
import { anyCaptureLine, captureLine } from './capture.ts'
import { conntrackLine, type TrackedFlow } from './conntrack-list.ts'
import { ipsetLines } from './ipset-list.ts'
import type { PassingPacket } from './passing-packet.ts'

/** What the tools printed in network namespaces on Linux 6.18: tcpdump 4.99.3, conntrack 1.4.7, ipset 7.17. */
const recorded = (file: string): string =>
  readFileSync(join(import.meta.dirname, 'fixtures', file), 'utf8').trimEnd()

const lines = (file: string): readonly string[] =>
  recorded(file)
    .split('\n')
    .map((line) => line.replace(/\r$/, ''))

/** What a kernel picks: sequence numbers, time stamps, windows of the loopback device. */
const unpicked = (line: string): string =>
  line
    .replace(/(seq|ack) [1-9]\d{3,}/g, '$1 N')
    .replace(/(val|ecr) [1-9]\d+/g, '$1 N')
    .replace(/(wscale|mss) \d+/g, '$1 N')
    .replace(/win [1-9]\d*/g, 'win N')

const OWNERS = { srcOwner: 'far', dstOwner: 'far' } as const

const exact = (port: string | undefined) =>
  port === undefined ? undefined : ({ kind: 'exact', port: Number(port) } as const)

function packetOf(line: string): PassingPacket {
  const [, src = '', sport, dst = '', dport, said = ''] =
    /IP6? ([\da-f:]+|\d+\.\d+\.\d+\.\d+)(?:\.(\d+))? > ([\da-f:]+|\d+\.\d+\.\d+\.\d+)(?:\.(\d+))?: (.*)$/.exec(
      line,
    ) ?? []
  const id = /id (\d+)/.exec(said)?.[1]
  const refused = /(?:(udp) port|protocol) (\d+)/.exec(said)
  const isRefusal = said.includes('R.') || refused !== null
  const ports = {
    ...(exact(sport ?? id ?? (refused?.[1] && refused[2])) && {
      sport: exact(sport ?? id ?? (refused?.[1] && refused[2])),
    }),
    ...(exact(dport) && { dport: exact(dport) }),
  } as Pick<Header, 'sport' | 'dport'>
  const protocol = protocolOf(said, refused)
  const isAnswer = /reply|S\./.test(said)
  const header = { ...OWNERS, src, dst, protocol, ...ports }
  if (isRefusal) return { header, kind: 'refusal' }
  return { header, kind: isAnswer ? 'answer' : 'request' }
}

function protocolOf(said: string, refused: RegExpExecArray | null): string {
  if (refused) return refused[1] ?? (refused[2] === '132' ? 'sctp' : (refused[2] ?? ''))
  if (said.includes('Flags')) return 'tcp'
  if (said.startsWith('UDP')) return 'udp'
  if (said.startsWith('sctp')) return 'sctp'
  if (said.startsWith('ICMP6')) return 'icmpv6'
  return said.startsWith('ICMP') ? 'icmp' : (/ip-proto-(\d+)/.exec(said)?.[1] ?? '')
}

// A kernel without SCTP says so by ICMP, where one that has it and no listener aborts.
const captured = lines('captured.txt').filter((line) => !line.includes('protocol 132 unreachable'))

test.each(captured)('tcpdump printed: %s', (line) => {
  const device = /^(\S+) +(In|Out) /.exec(line)
  const packet = packetOf(line)
  const printed =
    device?.[1] === undefined
      ? captureLine(packet)
      : anyCaptureLine(device[1], device[2] === 'In' ? 'In' : 'Out', packet)
  expect(unpicked(printed)).toBe(unpicked(line))
})

function tuple(text: string, protocol: string): Header {
  const read = (key: string): string | undefined => new RegExp(`\\b${key}=(\\S+)`).exec(text)?.[1]
  const id = exact(read('sport') ?? read('id'))
  const dport = exact(read('dport'))
  const ports = { ...(id && { sport: id }), ...(dport && { dport }) }
  return { ...OWNERS, src: read('src') ?? '', dst: read('dst') ?? '', protocol, ...ports }
}

function seenIn(line: string): TrackedFlow['seen'] {
  if (line.includes('UNREPLIED')) return 'request'
  return line.includes('ASSURED') ? 'stands' : 'answer'
}

test.each(lines('tracked.txt'))('conntrack printed: %s', (line) => {
  const [name = '', number = ''] = line.split(/ +/)
  const second = line.lastIndexOf('src=')
  const protocol = name === 'unknown' ? number : name
  const printed = conntrackLine({
    original: tuple(line.slice(0, second), protocol),
    reply: tuple(line.slice(second), protocol),
    seen: seenIn(line),
    mark: 0,
  })
  // The recording was made some seconds later, and one entry was in use at that moment.
  const untimed = (text: string): string =>
    text.replace(/^(\S+ +\d+) \d+/, '$1 T').replace(/use=\d/, 'use=1')
  expect(untimed(printed)).toBe(untimed(line))
})

const listed = recorded('sets.txt').split('\n\n')

test.each(listed)('ipset listed %#', (text) => {
  const [name = '', type, , header = '', , references = '', , , ...members] = text
    .split('\n')
    .map((line, i) => (i < 8 ? line.replace(/^[^:]*: ?/, '') : line))
  const saved = [
    `create ${name} ${type} ${header}`,
    ...members
      .filter(Boolean)
      .map((member) => `add ${name} ${member.replace(' packets 0 bytes 0', '')}`),
  ]
  const parsed = parseIpset(`${saved.join('\n')}\n`)
  const [set] = parsed.ok ? parsed.value : []
  expect(parsed).toMatchObject({ ok: true })
  const printed = ipsetLines(set as IpSet, [asking(name, Number(references))])
  const sorted = (all: readonly string[]) => [...all.slice(0, 8), ...all.slice(8).toSorted()]
  const sized = header.includes('counters') ? text.replace(/(memory:) \d+/, '$1 <unknown>') : text
  expect(sorted(printed).join('\n')).toBe(
    sorted(sized.split('\n').filter(Boolean)).join('\n').replace(' packets 0 bytes 0', ''),
  )
})

/** A table whose rules ask a set so many times. */
function asking(set: string, times: number) {
  const { chains, family } = emptyNat(4)
  const match = { kind: 'set', set, directions: ['src'], negated: false } as const
  const matches = Array.from({ length: times }, () => match)
  const rule = { id: 'r', base: {}, matches, target: null }
  return {
    family,
    chains: chains.map((chain, i) => (i === 0 ? { ...chain, rules: [rule] } : chain)),
  }
}
