import type { ScenarioDocument } from '../../document.ts'
import { type Found, type Path, valueAt } from '../document/find-thing.ts'
import { FIELD_MEANINGS } from './field-meanings.ts'
import { freshMember } from './fresh-member.ts'
import { impliedAt } from './implied.ts'
import { bare, isOptional, type Schema, schemaOf } from './schema-of.ts'
import type { FieldControl, ThingField } from './thing-report.ts'

/** Fields that are things of their own. */
const THINGS_INSIDE: ReadonlySet<string> = new Set(['vpc.subnets', 'on-prem.firewall'])

/** Every field of a thing, as the schema has them. */
export const fieldsOf = (document: ScenarioDocument, thing: Found): readonly ThingField[] =>
  fieldsIn({ document, thing }, schemaOf(thing.kind), [])

interface Of {
  readonly document: ScenarioDocument
  readonly thing: Found
}

const fieldsIn = (of: Of, schema: Schema, path: Path): readonly ThingField[] =>
  Object.entries(schema.entries ?? {}).flatMap(([key, entry]) => {
    const inner = [...path, key]
    if (THINGS_INSIDE.has(`${of.thing.kind}.${keyOf(inner)}`)) return []
    const { items } = bare(entry)
    return items
      ? items.map((item, i) => fieldAt(of, item, [...inner, i]))
      : [fieldAt(of, entry, inner)]
  })

const keyOf = (path: Path): string => path.filter((key) => typeof key === 'string').join('.')

function fieldAt(of: Of, schema: Schema, path: Path): ThingField {
  const { document, thing } = of
  const key = keyOf(path)
  const value = valueAt(document, [...thing.path, ...path])
  const meaning = FIELD_MEANINGS[thing.kind][key]
  const control = meaning?.control ?? controlOf(bare(schema))
  const implied = impliedAt(document, thing, key) ?? schema.default
  const options = meaning?.options?.(document, thing) ?? choicesOf(bare(schema))
  return {
    path,
    key,
    control,
    value,
    optional: isOptional(schema),
    ...(implied === undefined ? {} : { implied }),
    ...(options ? { options } : {}),
    ...within(of, schema, { path, control, value }),
  }
}

/** What an object or a list of objects holds. */
function within(
  of: Of,
  schema: Schema,
  { path, control, value }: Pick<ThingField, 'path' | 'control' | 'value'>,
): Pick<ThingField, 'fields' | 'members' | 'fresh'> {
  const { document, thing } = of
  const held = Array.isArray(value) ? value : []
  const fresh = freshMember(document, thing.kind, keyOf(path), held)
  if (control === 'group') return { fields: fieldsIn(of, bare(schema), path), fresh }
  const { item } = bare(schema)
  if (control !== 'objects' || !item) return {}
  return { members: held.map((_, i) => fieldsIn(of, item, [...path, i])), fresh }
}

const PLAIN: Readonly<Record<string, FieldControl>> = {
  boolean: 'switch',
  number: 'number',
  picklist: 'choice',
  union: 'choice-or-number',
  strict_object: 'group',
  record: 'labels',
}

const LISTED: Readonly<Record<string, FieldControl>> = {
  strict_object: 'objects',
  number: 'numbers',
}

function controlOf({ type, item }: Schema): FieldControl {
  if (type === 'array') return (item && LISTED[bare(item).type]) ?? 'texts'
  return PLAIN[type] ?? 'text'
}

function choicesOf({ type, options = [] }: Schema): readonly string[] | null {
  if (type === 'picklist') return options.map(String)
  if (type !== 'union') return null
  return options.flatMap((each) => choicesOf(each as Schema) ?? [])
}
