import type { Located } from '../../golang/json/value.ts'
import { quoteGo } from '../../golang/quote.ts'
import type { TextError } from '../../golang/read-yaml-or-json.ts'
import { memberOf, textAt } from './json-path.ts'
import { lacking, missingField, nameless } from './kubectl.ts'
import { unknownFields } from './unknown-fields.ts'

/**
 * What kubectl, or the server, refuses of a ConfigMap that is YAML; null: nothing, or another kind.
 * Sources: k8s.io/apimachinery v0.28, pkg/runtime/error.go; kubectl v1.28.
 *
 * @param file the name that kubectl was given
 */
export function refuseConfigMap(root: Located, file: string): TextError | null {
  const missing = missingField(root)
  if (missing !== null) return { text: lacking(file, missing, root), offset: root.start }
  const kind = textAt(root, ['kind']) ?? ''
  if (!/^configmaps?$/i.test(kind)) return null
  const version = textAt(root, ['apiVersion']) ?? ''
  const { name, namespace } = identity(root)
  if (version !== 'v1' || kind !== 'ConfigMap') {
    const wrong = memberOf(root, version === 'v1' ? 'kind' : 'apiVersion')?.at ?? root
    return {
      text: `error: resource mapping not found for name: "${name}" namespace: "${namespace}" from "${file}": no matches for kind ${quoteGo(kind)} in version ${quoteGo(version)}`,
      offset: wrong.start,
    }
  }
  if (name === '') {
    const resource = { resource: '/v1, Resource=configmaps', kind: '/v1, Kind=ConfigMap' }
    return {
      text: nameless(file, { ...resource, namespace: namespace || 'default' }),
      offset: memberOf(root, 'metadata')?.at.start ?? root.start,
    }
  }
  return (
    refuseData(memberOf(root, 'data')?.at ?? null, file) ??
    unknownFields(root, { file, kind, version }, ['data', 'binaryData', 'immutable'])
  )
}

const identity = (root: Located) => ({
  name: textAt(root, ['metadata', 'name']) ?? '',
  namespace: textAt(root, ['metadata', 'namespace']) ?? '',
})

/** The server decodes `data` into a map of texts. */
function refuseData(data: Located | null, file: string): TextError | null {
  if (data === null || data.value.kind === 'null') return null
  const cannot = (got: string, wanted: string, { start }: Located): TextError => ({
    text: `Error from server (BadRequest): error when creating "${file}": ConfigMap in version "v1" cannot be handled as a ConfigMap: json: cannot unmarshal ${got} into Go struct field ConfigMap.data of type ${wanted}`,
    offset: start,
  })
  if (data.value.kind !== 'object') return cannot(data.value.kind, 'map[string]string', data)
  for (const { at } of data.value.members) {
    const { kind } = at.value
    if (kind !== 'string' && kind !== 'null') return cannot(kind, 'string', at)
  }
  return null
}
