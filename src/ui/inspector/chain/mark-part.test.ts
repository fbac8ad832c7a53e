import { describe, expect, test } from 'vitest'
import { markPart } from './mark-part.ts'

describe('The part of an address that failed is cut out', () => {
  test.each([
    ['169.254.0.0/16', 0, '', '169', '.254.0.0/16'],
    ['10.1.1.0/24', 1, '10.', '1', '.1.0/24'],
    ['10.1.1.7/32', 3, '10.1.1.', '7', '/32'],
    ['2001:db8::1', 1, '2001:', 'db8', '::1'],
    ['2001:db8::1', 2, '2001:db8', '::', '1'],
    ['2001:db8::1', 5, '2001:db8', '::', '1'],
    ['2001:db8::1/128', 7, '2001:db8::', '1', '/128'],
    ['::/0', 3, '', '::', '/0'],
    ['fd00:1:2:3:4:5:6:7', 6, 'fd00:1:2:3:4:5:', '6', ':7'],
  ])('%s, part %i', (text, part, before, failed, after) => {
    expect(markPart(text, part)).toEqual({ before, failed, after })
  })

  test('Where no part failed the text stays whole', () => {
    expect(markPart('10.0.0.0/8', null)).toEqual({ before: '10.0.0.0/8', failed: '', after: '' })
  })
})
