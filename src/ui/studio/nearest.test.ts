import { expect, test } from 'vitest'
import { nearest, spotOf } from './nearest.ts'

const spots = new Map([
  ['a', { x: 0, y: 0 }],
  ['right', { x: 100, y: 10 }],
  ['far-right', { x: 200, y: 0 }],
  ['below', { x: 10, y: 80 }],
  ['corner', { x: 90, y: 90 }],
])

test('an arrow goes to what is closest that way, and rather straight on than aside', () => {
  expect(nearest(spots, 'a', 'ArrowRight')).toBe('right')
  expect(nearest(spots, 'a', 'ArrowDown')).toBe('below')
  expect(nearest(spots, 'right', 'ArrowRight')).toBe('far-right')
  expect(nearest(spots, 'corner', 'ArrowLeft')).toBe('below')
  expect(nearest(spots, 'corner', 'ArrowUp')).toBe('right')
})

test('where nothing lies that way one stays', () => {
  expect(nearest(spots, 'a', 'ArrowLeft')).toBeNull()
  expect(nearest(spots, 'a', 'ArrowUp')).toBeNull()
})

test('who stands nowhere begins with the first', () => {
  expect(nearest(spots, 'gone', 'ArrowUp')).toBe('a')
  expect(nearest(new Map(), 'gone', 'ArrowUp')).toBeNull()
})

test('a zone is met at its title, a place in its middle', () => {
  const rect = { x: 10, y: 20, width: 200, height: 100 }
  expect(spotOf('zone-vpc:vpc', rect)).toEqual({ x: 70, y: 34 })
  expect(spotOf('pod:pod-a', rect)).toEqual({ x: 110, y: 70 })
})
