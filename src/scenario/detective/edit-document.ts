import * as v from 'valibot'
import { type ScenarioDocument, scenarioSchema } from '../document.ts'
import type { DocumentEdit } from './change.ts'

/** The document with an edit made; null where the path leads nowhere, or nothing would change. */
export function editDocument(
  document: ScenarioDocument,
  edit: DocumentEdit,
): ScenarioDocument | null {
  const edited = at(document, edit.path, (value) => madeAnew(value, edit))
  if (edited === NOWHERE) return null
  const read = v.safeParse(scenarioSchema, edited)
  return read.success ? read.output : null
}

/** What stands at the path; `undefined` where nothing does. */
export function valueAt(document: ScenarioDocument, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => memberOf(value, key), document)
}

const NOWHERE = Symbol('nowhere')

function madeAnew(value: unknown, { do: what, value: item, absent = [] }: DocumentEdit): unknown {
  if (what === 'set') return same(value, item) ? NOWHERE : item
  const list = Array.isArray(value) ? (value as readonly unknown[]) : absent
  const there = list.findIndex((each) => same(each, item))
  if (what === 'add') return there < 0 ? [...list, item] : NOWHERE
  return there < 0 ? NOWHERE : list.toSpliced(there, 1)
}

/** A copy with the member at the path made anew. */
function at(value: unknown, path: readonly string[], make: (value: unknown) => unknown): unknown {
  const [key, ...deeper] = path
  if (key === undefined) return make(value)
  if (typeof value !== 'object' || value === null) return NOWHERE
  const made = at(memberOf(value, key), deeper, make)
  if (made === NOWHERE) return NOWHERE
  if (Array.isArray(value)) {
    const index = value.findIndex((each) => nameOf(each) === key)
    return index < 0 ? NOWHERE : value.with(index, made)
  }
  return { ...value, [key]: made }
}

function memberOf(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value.find((each) => nameOf(each) === key)
  return (value as Readonly<Record<string, unknown>> | null | undefined)?.[key]
}

const nameOf = (item: unknown): unknown =>
  (item as { readonly name?: unknown } | null | undefined)?.name

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
