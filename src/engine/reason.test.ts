/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { en } from '../i18n/en.ts'

/** The source of the pure layers, without the unions themselves and without tests. */
const source = ['engine', 'scenario', 'dataplanes']
  .flatMap((folder) => {
    const root = join(import.meta.dirname, '..', folder)
    return readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !/\.test|fixtures/.test(path))
      .filter((path) => !/(^|\/)(way-)?(reason|trace|issue|config-report)\.ts$/.test(path))
      .map((path) => readFileSync(join(root, path), 'utf8'))
  })
  .join('\n')

test.each(Object.keys(en.reasons))('the engine can give %s as a reason', (code) => {
  expect(source).toContain(`'${code}'`)
})

test.each(Object.keys(en.assumptions))('the engine can suppose %s', (code) => {
  expect(source).toContain(`'${code}'`)
})

test.each(Object.keys(en.issues))('the scenario can find fault by %s', (code) => {
  expect(source).toContain(`'${code}'`)
})

test.each(Object.keys(en.config.notes))('the reader of a ConfigMap can note %s', (code) => {
  expect(source).toContain(`'${code}'`)
})
