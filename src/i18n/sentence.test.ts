import { expect, test } from 'vitest'
import { placeNamer } from './place-name.ts'
import { address, cidr, code, listed, plain, say } from './sentence.ts'

test('a sentence keeps its addresses apart from its words', () => {
  expect(say`${address('10.2.1.100')} lies in ${cidr('10.0.0.0/8')}, rule ${2}.`).toEqual([
    { kind: 'address', text: '10.2.1.100' },
    ' lies in ',
    { kind: 'cidr', text: '10.0.0.0/8' },
    ', rule 2.',
  ])
})

test('a sentence inside a sentence is spliced in', () => {
  const rule = say`rule ${2} of ${code('IP-MASQ')}`
  const only = listed([cidr('10.1.1.0/24'), cidr('10.1.2.0/24')], ', ')
  const whole = say`${rule} keeps ${only}${''}.`
  expect(plain(whole)).toBe('rule 2 of IP-MASQ keeps 10.1.1.0/24, 10.1.2.0/24.')
  expect(whole.filter((part) => typeof part !== 'string')).toHaveLength(3)
  expect(whole).not.toContain('')
})

test('a list of nothing says nothing', () => {
  expect(plain(say`only ${listed([], ', ')}!`)).toBe('only !')
})

test('places are called by their names, nameless ones by a word', () => {
  const at = placeNamer({ internet: 'the internet', metadata: 'the metadata server' })
  expect(at('pod:pod-a')).toEqual(code('pod-a'))
  expect(at('endpoint:a:b')).toEqual(code('a:b'))
  expect(at('internet:internet')).toBe('the internet')
  expect(at('metadata:metadata-server')).toBe('the metadata server')
  expect(at('router')).toEqual(code('router'))
})
