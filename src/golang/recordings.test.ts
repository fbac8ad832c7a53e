/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { printJson } from './json/print-json.ts'
import { readJson } from './json/read-json.ts'
import { readYaml } from './read-yaml-or-json.ts'

interface Recording {
  readonly text: string
  readonly json?: string
  readonly error?: string | null
}

const recorded = (name: string): readonly Recording[] =>
  gunzipSync(readFileSync(join(import.meta.dirname, 'fixtures', name)))
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

const yamlTexts = recorded('yaml.jsonl.gz')
const jsonTexts = recorded('json.jsonl.gz')

test('there are recordings of both, good and bad', () => {
  expect(yamlTexts.filter(({ json }) => json !== undefined).length).toBeGreaterThan(1000)
  expect(yamlTexts.filter(({ error }) => error).length).toBeGreaterThan(900)
  expect(jsonTexts.filter(({ error }) => error).length).toBeGreaterThan(200)
})

test('of every recorded YAML text comes the JSON, or the error, that Go makes of it', () => {
  const wrong = yamlTexts.flatMap(({ text, json, error }) => {
    const read = readYaml(text)
    const got = read.ok ? printJson(read.value.root.value) : read.error.text
    return got === (json ?? error) ? [] : [{ text, got, wanted: json ?? error }]
  })
  expect(wrong).toEqual([])
})

test('of every recorded JSON text comes the syntax error that Go reports, or none', () => {
  const wrong = jsonTexts.flatMap(({ text, error }) => {
    const read = readJson(text)
    const got = read.ok ? null : read.error.text
    return got === error ? [] : [{ text, got, wanted: error }]
  })
  expect(wrong).toEqual([])
})
