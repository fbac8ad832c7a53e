/// <reference types="node" />
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { main } from './main.ts'

const CALICO = join(import.meta.dirname, '../scenario/builtin/calico-nat-outgoing.yaml')

async function probe(...args: readonly string[]) {
  const out: string[] = []
  const err: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0)
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0)
  const code = await main(['probe', CALICO, ...args])
  return { code, out: out.join(''), err: err.join('') }
}

afterEach(() => {
  vi.restoreAllMocks()
})

test('A probe prints what one tool prints at a place, behind its command', async () => {
  const { code, out } = await probe('--at', 'node:k8s-w1,vpc:lab', '--tool', 'tcpdump')
  expect(code).toBe(0)
  expect(out.split('\n')).toEqual([
    'k8s-w1# tcpdump -nn -t -i eth0 icmp and host 8.8.8.8',
    expect.stringContaining('verbose output suppressed'),
    expect.stringContaining('listening on eth0'),
    'IP 192.168.10.101 > 8.8.8.8: ICMP echo request, id <0-65535>, seq 1, length 64',
    'IP 8.8.8.8 > 192.168.10.101: ICMP echo reply, id <0-65535>, seq 1, length 64',
    '',
  ])
})

test('It stops where it is told to, and counts what passed before', async () => {
  const at = ['--at', 'node:k8s-w1/cali-nat-outgoing']
  const early = await probe(...at, '--hop', '3')
  expect(early.out).toContain('\n    0     0 MASQUERADE')
  const third = await probe(...at, '--flow', 'ping-3', '--after', 'ping-1,ping-2')
  expect(third.out).toContain('\n    3   252 MASQUERADE')
})

test('As JSON each line has all that becomes of it', async () => {
  const { out } = await probe('--at', 'node:k8s-w1', '--tool', 'conntrack', '--json')
  const [{ lines }] = JSON.parse(out)
  expect(lines[0].map(({ since }: { since: { hop: number } }) => since.hop)).toEqual([3, 10])
})

test('The commands for a real cluster stand with what they print', async () => {
  const { code, out } = await probe('--checks')
  expect(code).toBe(0)
  expect(out).toContain(
    '$ kubectl exec pod1 -- ping -c 3 8.8.8.8\n3 packets transmitted, 3 received',
  )
})

test.each([
  [['--at', 'node:nobody'], 'nothing to probe at node:nobody; there are: pod:pod1'],
  [[], 'nothing to probe at (no --at)'],
  [['--at', 'node:k8s-w1', '--tool', 'pwru'], 'no tool pwru at node:k8s-w1; there are: tcpdump'],
  [['--at', 'node:k8s-w1', '--hop', 'x'], '--hop takes a number from 1, not x'],
  [['--flow', 'none', '--checks'], 'no flow none; there are: ping-1'],
])('%j is bad input, and it is said what there is', async (args, said) => {
  const { code, err } = await probe(...args)
  expect(code).toBe(2)
  expect(err).toContain(said)
})
