import { expect, test } from 'vitest'
import type { Owner } from '../../engine/trace.ts'
import { ownedParts } from './owned-parts.ts'

const OWNERS: Readonly<Record<string, Owner>> = {
  '10.8.0.5': 'pod',
  '10.1.1.10': 'node',
  '2001:db8::5': 'pod',
}
const owned = (line: string) =>
  ownedParts(line, (address) => OWNERS[address] ?? null).map(({ part, owner }) => [part, owner])

test('an address of tcpdump is found before its port', () => {
  expect(owned('IP 10.8.0.5.40012 > 8.8.8.8.443: tcp 0')).toEqual([
    ['IP ', null],
    ['10.8.0.5', 'pod'],
    ['.40012 > 8.8.8.8.443: tcp 0', null],
  ])
})

test('so it is behind src=, in brackets and as IPv6', () => {
  expect(owned('src=10.1.1.10 dst=[2001:db8::5]:80')).toEqual([
    ['src=', null],
    ['10.1.1.10', 'node'],
    [' dst=[', null],
    ['2001:db8::5', 'pod'],
    [']:80', null],
  ])
})

test('an address inside a longer one is none, and the line stays whole', () => {
  for (const line of ['110.8.0.5', '10.8.0.50', 'TCP OUT 10.8.0.5:40012 -> x', '']) {
    expect(
      owned(line)
        .map(([part]) => part)
        .join(''),
    ).toBe(line)
  }
  expect(owned('110.8.0.5 10.8.0.50')).toEqual([['110.8.0.5 10.8.0.50', null]])
})
