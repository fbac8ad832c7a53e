import type { Located } from '../../golang/json/value.ts'
import { quoteGo } from '../../golang/quote.ts'
import type { TextError } from '../../golang/read-yaml-or-json.ts'

const EVERYWHERE = ['apiVersion', 'kind', 'metadata']

/**
 * What the server says of fields beside a manifest's own, since kubectl asks for strict validation;
 * null: there are none. Fields further down are not looked at.
 * Source: kubectl v1.27, `--validate=true`; k8s.io/apimachinery v0.28, pkg/runtime/error.go,
 * strictDecodingError. Read, not recorded.
 *
 * @param what kind and version of the group, e.g. `ConfigMap` and `v1`
 * @param fields the manifest's own, beside those that each has
 */
export function unknownFields(
  root: Located,
  { file, kind, version }: Readonly<Record<'file' | 'kind' | 'version', string>>,
  fields: readonly string[],
): TextError | null {
  if (root.value.kind !== 'object') return null
  const known = new Set([...EVERYWHERE, ...fields])
  const unknown = root.value.members.filter(({ key }) => !known.has(key))
  const [first] = unknown
  if (first === undefined) return null
  const each = unknown.map(({ key }) => `unknown field ${quoteGo(key)}`).join(', ')
  return {
    text: `Error from server (BadRequest): error when creating "${file}": ${kind} in version "${version}" cannot be handled as a ${kind}: strict decoding error: ${each}`,
    offset: first.keyStart,
  }
}
