import { fieldName } from '../../golang/json/decode-struct.ts'
import type { JsonValue, Located } from '../../golang/json/value.ts'
import { err, ok, type Result } from '../../net/result.ts'
import { memberOf } from '../manifests/json-path.ts'
import { type Resource, strictly } from './read-document.ts'
import { type Refusal, undecodable } from './refusal.ts'

export type FieldType = 'boolean' | 'string' | 'integer' | 'strings' | 'int-or-string'

/** The fields of a `spec` that are read, and those that are known. */
export interface SpecShape {
  readonly read: Readonly<Record<string, FieldType>>
  readonly known: ReadonlySet<string>
}

/** Values by field, each of the type that was asked for; fields that are null are absent. */
export type SpecFields = ReadonlyMap<string, Located>

/**
 * The fields of a `spec`. calicoctl's decoder takes names in any letter case and numbers for text, the
 * API server neither.
 */
export function readSpec(resource: Resource, shape: SpecShape): Result<SpecFields, Refusal> {
  const spec = memberOf(resource.root, 'spec')?.at
  const found = new Map<string, Located>()
  if (spec === undefined || spec.value.kind === 'null') return ok(found)
  if (spec.value.kind !== 'object') {
    return err(mistyped(resource, { path: 'spec', type: 'object', at: spec }))
  }
  for (const { key, keyStart, at } of spec.value.members) {
    const name =
      resource.tool === 'calicoctl' && !shape.known.has(key) ? fieldName(key, namesOf(shape)) : key
    if (!shape.known.has(name)) return err(unknown(resource, key, keyStart))
    const type = shape.read[name]
    if (type === undefined || at.value.kind === 'null') continue
    if (!fits(at.value, type, resource.tool === 'calicoctl')) {
      return err(mistyped(resource, { path: `spec.${name}`, type, at }))
    }
    found.set(name, at)
  }
  return ok(found)
}

const namesOf = ({ known }: SpecShape): ReadonlyMap<string, unknown> =>
  new Map([...known].map((name) => [name, null]))

function fits(value: JsonValue, type: FieldType, lenient: boolean): boolean {
  switch (type) {
    case 'boolean':
      return value.kind === 'bool'
    case 'integer':
      return value.kind === 'number' && /^-?\d+$/.test(value.text)
    case 'string':
      return value.kind === 'string' || (lenient && ['number', 'bool'].includes(value.kind))
    case 'int-or-string':
      return value.kind === 'string' || fits(value, 'integer', lenient)
    case 'strings':
      return (
        value.kind === 'array' && value.items.every((item) => fits(item.value, 'string', lenient))
      )
  }
}

function unknown({ tool, kind }: Resource, key: string, offset: number): Refusal {
  const text =
    tool === 'calicoctl'
      ? undecodable(`json: unknown field ${JSON.stringify(key)}`)
      : strictly(kind, `spec.${key}`)
  return { by: tool, text, offset }
}

const GO_TYPES: Readonly<Record<FieldType, string>> = {
  boolean: 'bool',
  string: 'string',
  integer: 'int',
  strings: '[]string',
  'int-or-string': 'numorstring.Port',
}

const SCHEMA_TYPES: Readonly<Record<FieldType, string>> = {
  boolean: 'boolean',
  string: 'string',
  integer: 'integer',
  strings: 'array',
  'int-or-string': 'integer,string',
}

/** Sources: Go, encoding/json; k8s.io/kube-openapi, pkg/validation/errors, InvalidType. */
function mistyped(
  { tool, kind, name }: Resource,
  wrong: { readonly path: string; readonly type: FieldType | 'object'; readonly at: Located },
): Refusal {
  const { path, type, at } = wrong
  if (tool === 'calicoctl') {
    const got =
      at.value.kind === 'number' && type === 'integer' ? `number ${at.value.text}` : at.value.kind
    const struct = type === 'object' ? kind : `${kind}Spec`
    const wanted = type === 'object' ? `v3.${kind}Spec` : GO_TYPES[type]
    const text = `json: cannot unmarshal ${got} into Go struct field ${struct}.${path} of type ${wanted}`
    return { by: tool, text: undecodable(text), offset: at.start }
  }
  const got = { bool: 'boolean', number: 'number' }[at.value.kind as string] ?? at.value.kind
  const wanted = type === 'object' ? 'object' : SCHEMA_TYPES[type]
  const text = `The ${kind} "${name}" is invalid: ${path}: Invalid value: "${got}": ${path} in body must be of type ${wanted}: "${got}"`
  return { by: tool, text, offset: at.start }
}

/** What stands there as text: of a number its digits. */
export function textOf({ value }: Located): string {
  if (value.kind === 'string') return value.value
  if (value.kind === 'number') return value.text
  return value.kind === 'bool' ? String(value.value) : ''
}

export const isTrue = (at: Located | undefined): boolean =>
  at?.value.kind === 'bool' && at.value.value

export const textsOf = ({ value }: Located): readonly string[] =>
  value.kind === 'array' ? value.items.map(textOf) : []
