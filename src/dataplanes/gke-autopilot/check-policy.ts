import type { JsonValue, Located } from '../../golang/json/value.ts'
import { quoteGo } from '../../golang/quote.ts'
import { memberOf } from '../manifests/json-path.ts'
import { POLICY_KIND } from './policy.ts'

/** What an API server says of a policy that its definition does not allow, and where. */
export interface Objection {
  readonly text: string
  /** UTF-16 units from the start of the document. */
  readonly offset: number
  /** What is not known here, where another product knows it: a field, or an action. */
  readonly foreign: { readonly what: 'field' | 'action'; readonly name: string } | null
}

/**
 * A manifest against the definition of the resource, as an API server validates it: first unknown
 * fields, then values. The definition itself is not published; its fields are those of Google's
 * examples, the sentences those of Kubernetes for any custom resource.
 * Source: k8s.io/apimachinery v0.28, pkg/util/validation/field; k8s.io/kube-openapi, validation.
 */
export function checkPolicy(root: Located, name: string, file: string): Objection | null {
  const unknown = unknownFields(root)
  const [field] = unknown
  if (field) {
    const causes = unknown.map(({ path }) => `unknown field ${quoteGo(path)}`).join(', ')
    return {
      text: `Error from server (BadRequest): error when creating "${file}": ${POLICY_KIND} in version "v1" cannot be handled as a ${POLICY_KIND}: strict decoding error: ${causes}`,
      offset: field.offset,
      foreign: { what: 'field', name: field.path },
    }
  }
  const causes = wrongValues(root)
  const [first] = causes
  if (!first) return null
  const texts = causes.map(({ text }) => text)
  const joined = texts.length === 1 ? texts[0] : `\n${texts.map((text) => `* ${text}`).join('\n')}`
  return { ...first, text: `The ${POLICY_KIND} ${quoteGo(name)} is invalid: ${joined}` }
}

/** Null: anything may stand there. */
type Schema = Readonly<Record<string, unknown>> | null

const SCHEMA: Schema = {
  apiVersion: null,
  kind: null,
  metadata: null,
  spec: { action: null, destinations: { cidr: null } },
  status: null,
}

interface UnknownField {
  readonly path: string
  readonly offset: number
}

/** In the order of the text. What still waits is kept in a list: lists in lists cost memory, not stack. */
function unknownFields(root: Located): readonly UnknownField[] {
  const found: UnknownField[] = []
  const waiting: (UnknownField | Known)[] = [{ at: root, path: '', schema: SCHEMA }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('offset' in next) found.push(next)
    else waiting.push(...inside(next).toReversed())
  }
  return found
}

interface Known {
  readonly at: Located
  readonly path: string
  readonly schema: Schema
}

function inside({ at: { value }, path, schema }: Known): readonly (UnknownField | Known)[] {
  if (schema === null) return []
  if (value.kind === 'array') {
    return value.items.map((at, i) => ({ at, path: `${path}[${i}]`, schema }))
  }
  if (value.kind !== 'object') return []
  return value.members.map(({ key, keyStart, at }) => {
    const inner = path === '' ? key : `${path}.${key}`
    return Object.hasOwn(schema, key)
      ? { at, path: inner, schema: schema[key] as Schema }
      : { path: inner, offset: keyStart }
  })
}

function wrongValues(root: Located): readonly Objection[] {
  const spec = memberOf(root, 'spec')
  if (!spec) return [objection('spec: Required value', root)]
  if (spec.at.value.kind !== 'object') return [wrongType('spec', 'object', spec.at)]
  const destinations = memberOf(spec.at, 'destinations')
  return [...wrongAction(spec.at), ...(destinations ? wrongDestinations(destinations.at) : [])]
}

function wrongAction(spec: Located): readonly Objection[] {
  const action = memberOf(spec, 'action')
  if (!action) return [objection('spec.action: Required value', spec)]
  const { value } = action.at
  if (value.kind !== 'string') return [wrongType('spec.action', 'string', action.at)]
  if (value.value === 'NoSNAT') return []
  const text = `spec.action: Unsupported value: ${quoteGo(value.value)}: supported values: "NoSNAT"`
  return [{ ...objection(text, action.at), foreign: { what: 'action', name: value.value } }]
}

function wrongDestinations(destinations: Located): readonly Objection[] {
  const path = 'spec.destinations'
  const { value } = destinations
  if (value.kind !== 'array') return [wrongType(path, 'array', destinations)]
  return value.items.flatMap((item, i) => {
    if (item.value.kind !== 'object') return [wrongType(`${path}[${i}]`, 'object', item)]
    const cidr = memberOf(item, 'cidr')
    if (!cidr) return [objection(`${path}[${i}].cidr: Required value`, item)]
    return cidr.at.value.kind === 'string'
      ? []
      : [wrongType(`${path}[${i}].cidr`, 'string', cidr.at)]
  })
}

const objection = (text: string, { start }: Located): Objection => ({
  text,
  offset: start,
  foreign: null,
})

function wrongType(path: string, wanted: string, at: Located): Objection {
  const got = typeOf(at.value)
  return objection(
    `${path}: Invalid value: "${got}": ${path} in body must be of type ${wanted}: "${got}"`,
    at,
  )
}

function typeOf(value: JsonValue): string {
  if (value.kind === 'bool') return 'boolean'
  if (value.kind === 'number') return /^-?\d+$/.test(value.text) ? 'integer' : 'number'
  return value.kind
}
