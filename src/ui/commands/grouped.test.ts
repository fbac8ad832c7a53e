import { expect, test } from 'vitest'
import type { Command } from './command.ts'
import { grouped } from './grouped.ts'
import { walkTo } from './walk-to.ts'

const many = (group: Command['group'], count: number): readonly Command[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `${group} ${i}`,
    group,
    label: `${group} ${i}`,
    run: () => {},
  }))

test('before anything is typed each group shows some, and says how many more there are', () => {
  const groups = grouped([...many('views', 3), ...many('scenarios', 50)], false)
  expect(groups.map(({ group, commands, more }) => [group, commands.length, more])).toEqual([
    ['views', 3, 0],
    ['scenarios', 7, 43],
  ])
})

test('nobody is told of one more: it is shown', () => {
  expect(grouped(many('views', 8), false)[0]).toMatchObject({ more: 0 })
})

test('what is searched stands in one list, without end only for the eye', () => {
  const [all, ...others] = grouped([...many('views', 3), ...many('places', 100)], true)
  expect(all).toMatchObject({ group: null, more: 63 })
  expect(others).toEqual([])
  expect(grouped([], true)).toEqual([])
})

test('arrows walk round, pages lead from group to group', () => {
  const groups = grouped([...many('views', 3), ...many('page', 2)], false)
  expect(walkTo('ArrowDown', 4, groups)).toBe(0)
  expect(walkTo('ArrowUp', 0, groups)).toBe(4)
  expect(walkTo('PageDown', 1, groups)).toBe(3)
  expect(walkTo('PageDown', 4, groups)).toBe(4)
  expect(walkTo('PageUp', 4, groups)).toBe(3)
  expect(walkTo('PageUp', 3, groups)).toBe(0)
  expect(walkTo('a', 3, groups)).toBe(null)
  expect(walkTo('ArrowDown', 0, [])).toBe(null)
  expect(walkTo('PageDown', 1, grouped(many('places', 30), true))).toBe(9)
})
