import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDestination, writeDestination } from './read-destination.ts'

describe('A typed destination is split into what and which port', () => {
  test.each([
    ['10.2.1.100:443', { to: '10.2.1.100', port: 443 }],
    ['8.8.8.8', { to: '8.8.8.8' }],
    ['  8.8.8.8:53 ', { to: '8.8.8.8', port: 53 }],
    ['[2001:db8::1]:443', { to: '2001:db8::1', port: 443 }],
    ['[2001:db8::1]', { to: '2001:db8::1' }],
    ['2001:db8::1', { to: '2001:db8::1' }],
    ['private-api:8443', { to: 'private-api', port: 8443 }],
    ['private-api', { to: 'private-api' }],
    ['１０.２.１.１００：４４３', { to: '10.2.1.100', port: 443 }],
    ['', { to: '' }],
  ])('%j', (text, destination) => {
    expect(readDestination(text)).toEqual(destination)
  })

  test('A port that is still being typed is no port yet', () => {
    expect(readDestination('10.2.1.100:')).toEqual({ to: '10.2.1.100' })
    expect(readDestination('[2001:db8::1]:')).toEqual({ to: '2001:db8::1' })
  })

  test('Text that cannot be split comes back whole, for the engine to refuse', () => {
    for (const text of ['10.2.1.100:https', '[2001:db8::1', 'http://10.2.1.100', '[::1]x']) {
      expect(readDestination(text)).toEqual({ to: text })
    }
  })

  test('A port out of range is kept as typed, for the engine to refuse', () => {
    expect(readDestination('8.8.8.8:99999')).toEqual({ to: '8.8.8.8', port: 99999 })
  })

  test('What is written is read back as the same destination', () => {
    const port = fc.option(fc.nat(99999), { nil: undefined })
    const to = fc.oneof(fc.ipV4(), fc.ipV6(), fc.constantFrom('private-api', 'a', ''))
    fc.assert(
      fc.property(to, port, (name, number) => {
        const destination = number === undefined ? { to: name } : { to: name, port: number }
        expect(readDestination(writeDestination(destination))).toEqual(destination)
      }),
    )
  })
})
