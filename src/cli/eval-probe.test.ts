/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { answerTo } from './eval.ts'

const builtin = (name: string): string =>
  readFileSync(join(import.meta.dirname, `../scenario/builtin/${name}.yaml`), 'utf8')

async function passages(name: string) {
  const answer = await answerTo(JSON.stringify({ id: name, scenario: builtin(name) }), {})
  return (answer as { readonly passages: readonly Record<string, unknown>[] }).passages
}

test('a flow is told on each node that it passes, as it comes there and as it leaves', async () => {
  const told = (await passages('calico-nat-outgoing')).filter(({ flow }) => flow === 'to-node')
  expect(told.map(({ node }) => node)).toEqual(['k8s-w1', 'k8s-w2'])
  expect(told[1]).toMatchObject({
    came: { src: '172.16.184.6', proto: 'tcp', sport: [40012, 40012], dport: [22, 22] },
    left: { src: '192.168.10.102', dst: '192.168.10.101', sport: [1024, 65535] },
    own: { sends: false, takes: false },
    comesBack: 'all',
  })
  expect(told[0]).toMatchObject({ own: { sends: false, takes: true } })
})

test('its node brings its devices, rules and sets, and what the tools print at four points', async () => {
  const told = (await passages('calico-nat-outgoing')).find(({ flow }) => flow === 'ping-1')
  expect(told).toMatchObject({
    network: {
      interfaces: expect.arrayContaining([
        { name: 'eth0', addresses: ['192.168.10.101/32'] },
        { name: 'calice0906292e2', addresses: ['172.16.228.65/32'] },
      ]),
      routes: expect.arrayContaining([{ to: '172.16.228.82/32', dev: 'calice0906292e2' }]),
    },
    rules: { 4: expect.stringContaining('-A cali-nat-outgoing '), 6: expect.any(String) },
    sets: expect.stringContaining('add cali40all-ipam-pools 172.16.0.0/16'),
    prints: expect.arrayContaining([
      {
        tool: 'conntrack',
        command: 'conntrack -L -d 8.8.8.8',
        before: [expect.stringContaining(' 0 flow entries')],
        begun: [expect.stringContaining('[UNREPLIED]'), expect.stringContaining(' 1 flow entries')],
        answered: [expect.not.stringContaining('[UNREPLIED]'), expect.any(String)],
        over: [expect.not.stringContaining('[UNREPLIED]'), expect.any(String)],
      },
    ]),
  })
})

test.each([
  ['cilium-ebpf-ip-masq-agent', 'low-port', 'programs'],
  ['retry-keeps-its-source', 'same-port-again', 'old-flow'],
  ['network-policy-masqueraded', 'from-another-node', 'dropped'],
])('where table nat alone does not decide that is said: %s, %s', async (name, flow, skipped) => {
  const told = (await passages(name)).filter(({ flow: own }) => own === flow)
  expect(told).toContainEqual(expect.objectContaining({ skipped }))
})

test('a process of the node sends itself, be it in a Pod or not', async () => {
  const hosts = await passages('windows-and-host-network')
  const told = hosts.find(({ flow }) => flow === 'host-network-to-database')
  expect(told).toMatchObject({ own: { sends: true, takes: false } })
})

test('a text that is no scenario gets an error', async () => {
  expect(await answerTo(JSON.stringify({ id: 1, scenario: '{}' }), {})).toMatchObject({
    id: 1,
    error: expect.stringContaining('scenario: '),
  })
  expect(await answerTo(JSON.stringify({ id: 2, scenario: 3 }), {})).toEqual({
    id: 2,
    error: 'scenario is not a text',
  })
})
