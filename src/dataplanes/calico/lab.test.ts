/// <reference types="node" />
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { factsOfT1, felix, node1Of, onT1, PODS, pool, stream } from './fixtures/on-t1.ts'
import { installCalico } from './install.ts'
import { SOURCES } from './sources.ts'
import { words } from './words.en.ts'

const ROOT = join(import.meta.dirname, '../../..')

test('three pings of the lab’s Pod are 3 packets and 252 bytes on the node', () => {
  const printed = execFileSync(
    process.execPath,
    [
      ...['src/cli/snat.mjs', 'rules', 'src/scenario/builtin/calico-nat-outgoing.yaml'],
      ...['--as', 'list', '--counters'],
    ],
    { cwd: ROOT, encoding: 'utf8' },
  )
  expect(printed).toMatch(
    / 3 {3}252 MASQUERADE .* \/\* cali:flqWnvo8yq4ULQLa \*\/ match-set cali40masq-ipam-pools src ! match-set cali40all-ipam-pools dst random-fully\n/,
  )
}, 30_000)

test('every code that is told has a source, and no other has one', () => {
  const codes = [words.origins, words.notes, words.assumptions].flatMap(Object.keys)
  const told = new Set(codes.map((code) => code.replace('@line', '')))
  expect([...told].toSorted()).toEqual(Object.keys(SOURCES).toSorted())
})

test('rules name the line that brought them', () => {
  const origins = (...spec: readonly string[]) =>
    node1Of(onT1(stream(PODS, felix(...spec))))
      .rules.nat4.chains.find(({ name }) => name === 'cali-nat-outgoing')
      ?.rules.map(({ origin }) => [origin?.code, origin?.place?.line])
  expect(origins('natPortRange: 1024:2047')).toEqual([
    ['nat-ports', 14],
    ['nat-ports-done', undefined],
    ['nat-ports', 14],
    ['nat-ports-done', undefined],
    ['nat-outgoing', 7],
  ])
  expect(origins('natOutgoingAddress: 192.168.0.1')).toEqual([['nat-address', 14]])
})

test('ids of rules are unique on a node', () => {
  const six = pool('six', 'cidr: fd00:8::/48', 'natOutgoing: true')
  const { nat4, nat6 } = node1Of(onT1(stream(PODS, six, felix('bpfEnabled: true')))).rules
  const ids = [nat4, nat6]
    .flatMap(({ chains }) => chains.flatMap(({ rules }) => rules))
    .map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('a Windows node has no rules of Felix', () => {
  const facts = factsOfT1((text) =>
    text.replace('podRange: 10.8.0.0/24', 'podRange: 10.8.0.0/24\n    os: windows'),
  )
  const { rules, assumptions } = node1Of(installCalico(facts, { text: PODS, inForce: null }))
  expect(rules.nat4.chains.flatMap((chain) => chain.rules)).toEqual([])
  expect(assumptions).toEqual(['windows-not-modelled'])
})
