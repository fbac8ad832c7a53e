import { expect, test } from 'vitest'
import { BUILTINS } from '../scenario/fixtures/builtin-states.ts'
import { everyThing } from '../scenario/studio/document/find-thing.ts'
import { fieldsOf } from '../scenario/studio/report/fields-of.ts'
import type { ThingField } from '../scenario/studio/report/thing-report.ts'
import { fieldsEn } from './studio-fields.en.ts'
import { fieldsJa } from './studio-fields.ja.ts'
import { fieldsKo } from './studio-fields.ko.ts'

const keysIn = (fields: readonly ThingField[]): readonly string[] =>
  fields.flatMap(({ key, fields: inner = [], members = [] }) => [
    key.replace(/^.*\./, ''),
    ...keysIn([...inner, ...members.flat()]),
  ])

test.each([
  ['English', fieldsEn],
  ['Korean', fieldsKo],
  ['Japanese', fieldsJa],
])('every field of every thing has a name in %s', (_, { labels }) => {
  const keys = new Set(
    BUILTINS.flatMap(({ document }) =>
      everyThing(document).flatMap((thing) => keysIn(fieldsOf(document, thing))),
    ),
  )
  expect(keys.size).toBeGreaterThan(40)
  expect([...keys].filter((key) => labels[key] === undefined)).toEqual([])
})
