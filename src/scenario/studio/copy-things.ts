import { stringify } from 'yaml'
import type { ScenarioDocument } from '../document.ts'
import { LISTED_KINDS, LISTS, listOf } from './document/lists.ts'
import { extract } from './fragment/extract.ts'
import { bare, type Schema, schemaOf } from './report/schema-of.ts'
import type { ThingId, ThingKind } from './thing.ts'

/** Things and all that stands in them as YAML, for the edit `paste` and for people. */
export function copyThings(document: ScenarioDocument, things: readonly ThingId[]): string {
  const { document: own, subnets, firewalls } = extract(document, things)
  const lists = LISTED_KINDS.flatMap((kind) => {
    const members = listOf(own, kind).map((each) => asWritten(kind, each))
    return members.length > 0 ? [[LISTS[kind], members] as const] : []
  })
  return stringify(
    {
      apiVersion: own.apiVersion,
      kind: 'Fragment',
      ...Object.fromEntries(lists),
      ...(subnets.length > 0 ? { subnets: subnets.map((each) => asWritten('subnet', each)) } : {}),
      ...(firewalls.length > 0 ? { firewalls } : {}),
      ...(own.metadataServer === undefined ? {} : { metadataServer: own.metadataServer }),
      ...(own.positions ? { positions: own.positions } : {}),
    },
    { lineWidth: 0 },
  )
}

/** Nobody writes down what is so by default. */
const asWritten = (kind: ThingKind, item: unknown): unknown => withoutDefaults(schemaOf(kind), item)

function withoutDefaults(schema: Schema, value: unknown): unknown {
  const { entries, item } = bare(schema)
  if (Array.isArray(value)) return item ? value.map((each) => withoutDefaults(item, each)) : value
  if (typeof value !== 'object' || value === null || !entries) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => {
      const entry = entries[key]
      if (!entry || each === undefined) return each === undefined ? [] : [[key, each]]
      return isDefault(entry, each) ? [] : [[key, withoutDefaults(entry, each)]]
    }),
  )
}

const isDefault = (entry: Schema, value: unknown): boolean =>
  entry.default !== undefined && JSON.stringify(entry.default) === JSON.stringify(value)
