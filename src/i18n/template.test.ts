import { expect, test } from 'vitest'
import { fillKorean } from './josa.ts'
import { address, cidr, code, plain } from './sentence.ts'
import { fillTemplate, paramsOf } from './template.ts'

test('backticks become code, braces parameters, addresses and ranges chips', () => {
  const text = '`natOutgoing` of {pool} holds for 10.244.0.0/16, not for {to}.'
  expect(fillTemplate(text, { pool: 'default-pool', to: 'fd00::5' })).toEqual([
    code('natOutgoing'),
    ' of default-pool holds for ',
    cidr('10.244.0.0/16'),
    ', not for ',
    address('fd00::5'),
    '.',
  ])
})

test('a parameter may stand inside code, and a list of ranges inside a parameter', () => {
  expect(
    fillTemplate('`--{flag}` keeps {ranges}', { flag: 'x', ranges: '::/0, 10.0.0.0/8' }),
  ).toEqual([code('--x'), ' keeps ', cidr('::/0'), ', ', cidr('10.0.0.0/8')])
})

test('a version, a time and a port are no addresses', () => {
  for (const text of ['v1.14.1-gke.14', 'at 10:00:05', '1.2.3', '10.0.0.1:80']) {
    expect(fillTemplate(text)).toEqual([text])
  }
})

test('what is missing leaves nothing behind, what is long is cut', () => {
  expect(fillTemplate('a {x}b', {})).toEqual(['a b'])
  expect(plain(fillTemplate('{x}', { x: 'y'.repeat(500) }))).toHaveLength(161)
})

test('a Korean particle fits the code, the parameter and the address before it', () => {
  const said = (text: string) => plain(fillKorean(text, { pool: 'main', to: '10.0.0.2' }))
  expect(said('`pool`은(는) 켜짐')).toBe('pool은 켜짐')
  expect(said('{to}이(가) 보임')).toBe('10.0.0.2가 보임')
  expect(said('{pool}(으)로')).toBe('main으로')
})

test('the parameters of a template are told once each', () => {
  expect(paramsOf('{b} `{a}` {b}')).toEqual(['a', 'b'])
})
