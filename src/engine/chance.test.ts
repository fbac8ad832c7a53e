import { expect, test } from 'vitest'
import { everyWay, MAX_WAYS } from './chance.ts'

test('without chance there is one way', () => {
  expect(everyWay(() => 'always')).toEqual([{ probability: 1, value: 'always' }])
})

test('each draw splits the ways, and their probabilities multiply', () => {
  const ways = everyWay((chance) => {
    if (chance.draw(0.25)) return 'first'
    return chance.draw(0.5) ? 'second' : 'third'
  })
  expect(ways).toEqual([
    { probability: 0.25, value: 'first' },
    { probability: 0.375, value: 'second' },
    { probability: 0.375, value: 'third' },
  ])
})

test('what was drawn is repeated on every way that follows from it', () => {
  const ways = everyWay((chance) => [chance.draw(0.5), chance.draw(0.5)])
  expect(new Set(ways.map(({ value }) => value.join()))).toEqual(
    new Set(['true,true', 'true,false', 'false,true', 'false,false']),
  )
  expect(ways.every(({ probability }) => probability === 0.25)).toBe(true)
})

test('the likeliest branch is followed next', () => {
  const ways = everyWay((chance) => [chance.draw(0.9), chance.draw(0.6)].join())
  expect(ways.map(({ value }) => value)).toEqual([
    'true,true',
    'true,false',
    'false,true',
    'false,false',
  ])
})

test('of equally likely ways the one that was left first is followed first', () => {
  const ways = everyWay((chance) => [chance.draw(0.5), chance.draw(0.5)].join())
  expect(ways.map(({ value }) => value)).toEqual([
    'true,true',
    'false,true',
    'true,false',
    'false,false',
  ])
})

test('of too many ways only the likeliest are followed', () => {
  let runs = 0
  const ways = everyWay((chance) => {
    runs += 1
    return Array.from({ length: 12 }, () => chance.draw(0.75))
  })
  expect(ways).toHaveLength(MAX_WAYS)
  expect(runs).toBe(MAX_WAYS)
  const least = Math.min(...ways.map(({ probability }) => probability))
  expect(least).toBeGreaterThan(0.25 ** 6 * 0.75 ** 6)
})
