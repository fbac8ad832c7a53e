import fc, { type Arbitrary } from 'fast-check'
import { expect, test } from 'vitest'
import type { IpSet, SetType } from '../engine/rule.ts'
import type { Address, Family } from '../net/address.ts'
import { parseIpset } from './parse-ipset.ts'
import { printIpset } from './print-ipset.ts'
import { masked, prefixMask, wordsOf } from './words/mask.ts'

const addressOf = (family: Family): Arbitrary<Address> =>
  fc
    .array(fc.integer({ min: 0, max: 0xffffffff }), {
      minLength: wordsOf(family),
      maxLength: wordsOf(family),
    })
    .map((words) => ({ family, words }))

const fewPorts = fc
  .tuple(fc.integer({ min: 0, max: 65000 }), fc.integer({ min: 0, max: 500 }))
  .map(([lo, more]) => ({ lo, hi: lo + more }))

const ipset: Arbitrary<IpSet> = fc
  .tuple(
    fc.constantFrom<SetType>('hash:net', 'hash:ip', 'hash:net,port', 'hash:ip,port'),
    fc.constantFrom<Family>(4, 6),
  )
  .chain(([type, family]) => {
    const whole = 32 * wordsOf(family)
    const prefix = type.startsWith('hash:net')
      ? fc.integer({ min: 1, max: whole })
      : fc.constant(whole)
    const entry = fc
      .record({ address: addressOf(family), prefix, ports: fewPorts, nomatch: fc.boolean() })
      .filter(({ address }) => address.words.some((word) => word !== 0))
      .map(({ address, prefix: bits, ports, nomatch }) => ({
        address: masked(address, prefixMask(bits, family)),
        prefix: bits,
        ...(type.endsWith(',port') ? { port: { protocol: 17, ...ports } } : {}),
        nomatch: nomatch && type.startsWith('hash:net'),
      }))
    const entries = fc.uniqueArray(entry, {
      selector: ({ address, prefix: bits, port: ports }) => JSON.stringify([address, bits, ports]),
      maxLength: 5,
    })
    const options = fc.subarray(['hashsize 64', 'maxelem 4000000', 'timeout 60', 'comment'])
    return fc.record({
      name: fc.constant('s'),
      type: fc.constant(type),
      family: fc.constant(family),
      options,
      entries,
    })
  })

test('sets that are printed are read as what they were printed from', () => {
  fc.assert(
    fc.property(fc.array(ipset, { maxLength: 3 }), (each) => {
      const named = each.map((set, i) => ({ ...set, name: `set-${i}` }))
      expect(parseIpset(printIpset(named))).toEqual({ ok: true, value: named })
    }),
    { numRuns: 300 },
  )
})
