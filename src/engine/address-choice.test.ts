import { expect, test } from 'vitest'
import { formatAddress } from '../net/address.ts'
import { chooseAddress } from './address-choice.ts'
import { address, span } from './fixtures/sketch.ts'

const chosen = (
  range: string,
  src: string,
  dst: string,
  persistent = false,
  field: 'src' | 'dst' = 'src',
): string =>
  formatAddress(
    chooseAddress(span(range), { src: address(src), dst: address(dst), field, persistent }),
  )

/** Source of every expected address below: Linux 6.18, measured. */
test.each([
  ['100.65.0.50', '8.8.8.8', '10.200.1.211'],
  ['100.65.0.50', '9.9.9.9', '10.200.2.68'],
  ['100.65.0.50', '10.200.1.2', '10.200.4.209'],
  ['100.65.0.51', '8.8.8.8', '10.200.5.141'],
  ['100.65.0.51', '9.9.9.9', '10.200.4.210'],
  ['100.65.0.51', '10.200.1.2', '10.200.2.84'],
  ['100.65.0.77', '8.8.8.8', '10.200.1.129'],
  ['100.65.0.77', '9.9.9.9', '10.200.5.82'],
  ['100.65.0.77', '10.200.1.2', '10.200.6.254'],
])('%s to %s falls on %s of 10.200.1.1-10.200.9.7', (src, dst, expected) => {
  expect(chosen('10.200.1.1-10.200.9.7', src, dst)).toBe(expected)
})

test.each([
  ['100.65.0.51', '8.8.8.8', '10.9.10.74'],
  ['100.65.0.51', '9.9.9.9', '10.9.10.74'],
  ['100.65.0.77', '8.8.8.8', '10.9.11.113'],
])('%s to %s is persistently %s', (src, dst, expected) => {
  expect(chosen('10.9.9.1-10.9.12.200', src, dst, true)).toBe(expected)
})

test.each([
  ['fd00:65::50', '2001:db8:99::1', '2001:db8:d4:705b:7fd0:7801:7fd0:7801'],
  ['fd00:65::50', '2001:db8:99::2', '2001:db8:df:d9fe:a230:b3a8:a230:b3a8'],
  ['fd00:65::51', '2001:db8:99::1', '2001:db8:c9:39a7:5e0b:9845:5e0b:9845'],
  ['fd00:65::51', '2001:db8:99::2', '2001:db8:da:7ab8:9202:b1ad:9202:b1ad'],
])('%s to %s falls on %s of a wide IPv6 range', (src, dst, expected) => {
  expect(chosen('2001:db8:aa::1-2001:db8:ff::9999', src, dst)).toBe(expected)
})

test.each([
  ['fd00:65::50', '2001:db8:99::2', '2001:db8:f1:4d0c:d6bd:e1ed:d6bd:e1ed'],
  ['fd00:65::51', '2001:db8:99::1', '2001:db8:fa:8472:f27f:d31c:f27f:d31c'],
])('%s to %s is persistently %s in IPv6', (src, dst, expected) => {
  expect(chosen('2001:db8:aa::1-2001:db8:ff::9999', src, dst, true)).toBe(expected)
})

test('where only the last group differs, only the last group is chosen', () => {
  const range = '2001:db8:aa::1-2001:db8:aa::9999'
  expect(chosen(range, 'fd00:65::50', '2001:db8:99::1')).toBe('2001:db8:aa::4cb0')
  expect(chosen(range, 'fd00:65::51', '2001:db8:99::1')).toBe('2001:db8:aa::386e')
})

test('a range of one address leaves nothing to choose', () => {
  expect(chosen('10.9.9.9', '100.65.0.50', '8.8.8.8')).toBe('10.9.9.9')
})

const LONG = [
  'fd00:65:1234:5678:9abc:def0:1111:2222',
  '2001:db8:99:aaaa:bbbb:cccc:dddd:eeee',
] as const

test('every word of the source and of the destination has its say', () => {
  const range = '2001:db8:aa::1-2001:db8:ff::9999'
  expect(chosen(range, 'fd00:65::50', LONG[1])).toBe('2001:db8:f8:492d:416d:d551:8da1:6ee8')
  expect(chosen(range, LONG[0], '2001:db8:99::1')).toBe('2001:db8:cf:1c32:6fc4:c3ae:6fc4:c3ae')
  expect(chosen(range, ...LONG)).toBe('2001:db8:ec:24de:6d9f:54af:a153:ef0a')
})

test('a destination is chosen over the words that have just been written', () => {
  const range = '2001:db8:aa::1-2001:db8:ff::9999'
  const to = (src: string, dst: string, persistent = false) =>
    chosen(range, src, dst, persistent, 'dst')
  expect(to('fd00:65::50', '2001:db8:99::1')).toBe('2001:db8:d4:705b:24a0:3501:2595:9525')
  expect(to('fd00:65::50', LONG[1])).toBe('2001:db8:f8:492d:c68e:b451:973a:3a93')
  expect(to(...LONG)).toBe('2001:db8:ec:24de:1911:21af:b630:30a8')
  expect(to(LONG[0], '2001:db8:99::1', true)).toBe('2001:db8:bd:9083:3aec:7648:3aec:7648')
})
