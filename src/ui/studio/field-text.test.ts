import { expect, test } from 'vitest'
import type { FieldControl } from '../../scenario/studio/report/thing-report.ts'
import { fieldText, fieldValue } from './field-text.ts'

const roundTrip = (control: FieldControl, value: unknown) =>
  fieldValue({ control }, fieldText({ control, value }).text)

test.each<[FieldControl, unknown]>([
  ['text', 'node-1'],
  ['number', 443],
  ['choice-or-number', 'tcp'],
  ['choice-or-number', 47],
  ['ranges', ['10.0.0.0/8', '172.16.0.0/12']],
  ['numbers', [80, 443]],
  ['labels', { app: 'web', tier: 'a=b' }],
  ['long-text', 'iptables -t nat -S\n'],
])('%s is typed as it is read', (control, value) => {
  expect(roundTrip(control, value)).toEqual(value)
})

test('an emptied field has no value, an emptied list no members', () => {
  expect(roundTrip('address', undefined)).toBeUndefined()
  expect(roundTrip('labels', undefined)).toBeUndefined()
  expect(roundTrip('addresses', undefined)).toEqual([])
})

test('wide digits and commas are those of one column', () => {
  expect(fieldValue({ control: 'range' }, '１０．３．０．０／１６')).toBe('10.3.0.0/16')
  expect(fieldValue({ control: 'ranges' }, '10.0.0.0/8、172.16.0.0/12')).toEqual([
    '10.0.0.0/8',
    '172.16.0.0/12',
  ])
  expect(fieldValue({ control: 'numbers' }, '８０，４４３')).toEqual([80, 443])
})

test('what is not valid stays as typed', () => {
  expect(fieldValue({ control: 'number' }, ' 44x ')).toBe('44x')
  expect(fieldValue({ control: 'range' }, '10.0.0.0/33')).toBe('10.0.0.0/33')
})
