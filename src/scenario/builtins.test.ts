/// <reference types="node" />
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { BUILTIN_NAMES } from './builtins.ts'
import { FIRST_BUILTIN, loadBuiltin } from './load-builtin.ts'

test('the menu lists every file of the folder, each once', () => {
  const files = readdirSync(join(import.meta.dirname, 'builtin'))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.replace('.yaml', ''))
  expect([...BUILTIN_NAMES].toSorted()).toEqual(files.toSorted())
})

test.each(BUILTIN_NAMES)('%s is found under its name', async (name) => {
  expect((await loadBuiltin(name))?.document.metadata.name).toBe(name)
})

test('the first of the menu is the one that the page opens with', async () => {
  expect(FIRST_BUILTIN.document.metadata.name).toBe(BUILTIN_NAMES[0])
  expect(await loadBuiltin(FIRST_BUILTIN.document.metadata.name)).toBe(FIRST_BUILTIN)
})

test.each(['', 'no-such', '../fixtures/t1', 'constructor'])('%j is no scenario', async (name) => {
  expect(await loadBuiltin(name)).toBeNull()
})
