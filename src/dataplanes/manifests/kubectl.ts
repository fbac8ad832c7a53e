import { printJson } from '../../golang/json/print-json.ts'
import type { Located } from '../../golang/json/value.ts'
import { textAt } from './json-path.ts'

/**
 * What kubectl says of a file that is no YAML; of one that begins like JSON it reads JSON.
 * Sources: kubectl v1.28; k8s.io/apimachinery v0.28, pkg/util/yaml/decoder.go.
 *
 * @param file the name that kubectl was given
 * @param at offset of the error in `text`, for JSON
 */
export function unparsable(file: string, text: string, why: string, at: number): string {
  const error = text.trimStart().startsWith('{')
    ? `json: offset ${at + 1}: ${why}`
    : `error converting YAML to JSON: ${why}`
  return `error: error parsing ${file}: ${error}`
}

/** The first of the fields without which a document is no manifest; null where both are there. */
export const missingField = (root: Located): 'kind' | 'apiVersion' | null =>
  (['kind', 'apiVersion'] as const).find((key) => (textAt(root, [key]) ?? '') === '') ?? null

/** Source: k8s.io/apimachinery v0.28, pkg/runtime/error.go. */
export const lacking = (file: string, missing: 'kind' | 'apiVersion', root: Located): string =>
  `error: unable to decode "${file}": Object '${missing === 'kind' ? 'Kind' : missing}' is missing in '${printJson(root.value)}'`

/** It asks for what is there before it applies. Source: kubectl v1.28, pkg/cmd/apply/apply.go. */
export const nameless = (
  file: string,
  {
    resource,
    kind,
    namespace,
  }: { readonly resource: string; readonly kind: string; readonly namespace: string },
): string =>
  `error: error when retrieving current configuration of:\nResource: "${resource}", GroupVersionKind: "${kind}"\nName: "", Namespace: "${namespace}"\nfrom server for: "${file}": resource name may not be empty`

/** Of a document that is no mapping. Source: k8s.io/apimachinery v0.28, unstructured/helpers.go. */
export const notAnObject = (file: string, { value: { kind } }: Located): string =>
  `error: unable to decode "${file}": json: cannot unmarshal ${kind} into Go value of type unstructured.detector`
