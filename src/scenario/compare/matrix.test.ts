/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { DATAPLANE_IDS } from '../../dataplanes/registry.ts'
import { readScenario } from '../read-scenario.ts'
import { compare } from './compare.ts'

const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8')

/** What the reference says of each destination, by dataplane. */
const TABLE = parse(read('matrix.yaml')) as Readonly<
  Record<string, Readonly<Record<string, string>>>
>
const topology = readScenario(read('../fixtures/t1.yaml'))
if (!topology.ok) throw new Error(JSON.stringify(topology.error))

const { matrix } = await compare(topology.value, DATAPLANE_IDS)
const listed = DATAPLANE_IDS.filter((id) => TABLE[id] !== undefined)

test('There is a row for every class of destinations that the table knows', () => {
  const [facts = {}] = Object.values(TABLE)
  const classes = Object.keys(facts)
  expect(matrix.map(({ destination }) => destination)).toEqual(classes)
})

test('Every dataplane has a cell in every row', () => {
  for (const { cells } of matrix) {
    expect(cells.map(({ dataplane }) => dataplane)).toEqual(DATAPLANE_IDS)
  }
})

describe.each(listed)('%s', (id) => {
  test.each(Object.entries(TABLE[id] ?? {}))('to %s: %s', (destination, verdict) => {
    const row = matrix.find((each) => each.destination === destination)
    expect(row?.cells.find(({ dataplane }) => dataplane === id)?.verdict).toBe(verdict)
  })
})
