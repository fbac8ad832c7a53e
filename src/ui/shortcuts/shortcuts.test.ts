import { expect, test } from 'vitest'
import { guideEn } from '../../i18n/guide/guide.en.ts'
import { keyText, SHORTCUTS } from './shortcuts.ts'

test('keys are written as they stand on the keyboard of the reader', () => {
  expect(keyText('Mod+Shift+Z', false)).toBe('Ctrl+Shift+Z')
  expect(keyText('Mod+Shift+Z', true)).toBe('⇧⌘Z')
  expect(keyText('Alt+←', true)).toBe('⌥←')
  expect(keyText('Shift', true)).toBe('Shift')
  expect(keyText('?', true)).toBe('?')
})

test('each shortcut that has words stands in the list once', () => {
  const listed = SHORTCUTS.flatMap(({ shortcuts }) => shortcuts.map(({ id }) => id))
  expect(listed.toSorted()).toEqual(Object.keys(guideEn.shortcuts.does).toSorted())
})

test('in one place no key does two things', () => {
  for (const { section, shortcuts } of SHORTCUTS) {
    const keys = shortcuts.flatMap((each) => each.keys)
    const ways = section === 'writing' ? keys.filter((key) => key !== 'Tab') : keys
    expect(new Set(ways).size, section).toBe(ways.length)
  }
})
