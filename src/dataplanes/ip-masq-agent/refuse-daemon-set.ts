import type { Located } from '../../golang/json/value.ts'
import { readYamlOrJson } from '../../golang/read-yaml-or-json.ts'
import { err, ok, type Result } from '../../net/result.ts'
import { mistypedField } from '../manifests/daemon-set.ts'
import type { ManifestDocument } from '../manifests/documents.ts'
import { locatedAt, memberOf, textAt } from '../manifests/json-path.ts'
import { lacking, unparsable } from '../manifests/kubectl.ts'
import { unknownFields } from '../manifests/unknown-fields.ts'
import type { ManifestError } from './manifest.ts'

/** Versions of the group in which the cluster serves DaemonSets. */
export type ServedApis = readonly string[]

/** Since Kubernetes 1.16; before it also the other two. */
export const CURRENT_APIS: ServedApis = ['apps/v1']
export const OLD_APIS: ServedApis = ['apps/v1', 'apps/v1beta2', 'extensions/v1beta1']

/** kubectl names the file it was given. */
const FILE = 'ip-masq-agent.yaml'

/**
 * A DaemonSet as the API server takes it; the error is kubectl's, or the server's, with its place in
 * the document. Sources: k8s.io/apimachinery v0.28, pkg/runtime/error.go; kubernetes v1.28,
 * pkg/apis/apps/validation/validation.go, ValidateDaemonSetSpec. Read, not recorded.
 */
export function readDaemonSet(
  { text }: ManifestDocument,
  apis: ServedApis,
): Result<Located, ManifestError> {
  const document = readYamlOrJson(text)
  if (!document.ok) {
    const { text: why, offset } = document.error
    return err({ text: unparsable(FILE, text, why, offset), offset })
  }
  const { root } = document.value
  const error = refuse(root, apis)
  return error === null ? ok(root) : err(error)
}

function refuse(root: Located, apis: ServedApis): ManifestError | null {
  const version = textAt(root, ['apiVersion']) ?? ''
  if (version === '') {
    return { text: lacking(FILE, 'apiVersion', root), offset: root.start }
  }
  const name = textAt(root, ['metadata', 'name']) ?? ''
  if (!apis.includes(version)) {
    const namespace = textAt(root, ['metadata', 'namespace']) ?? ''
    return {
      text: `error: resource mapping not found for name: "${name}" namespace: "${namespace}" from "${FILE}": no matches for kind "DaemonSet" in version "${version}"`,
      offset: memberOf(root, 'apiVersion')?.at.start ?? root.start,
    }
  }
  const short = version.split('/').at(-1) ?? ''
  const mistyped = mistypedField(root, short, FILE)
  if (mistyped !== null || version !== 'apps/v1') return mistyped
  const what = { file: FILE, kind: 'DaemonSet', version: short }
  return unknownFields(root, what, ['spec', 'status']) ?? refuseSelector(root, name)
}

/** apps/v1 sets no selector by itself. */
function refuseSelector(root: Located, name: string): ManifestError | null {
  const labels = textsIn(locatedAt(root, ['spec', 'template', 'metadata', 'labels']))
  const selector = locatedAt(root, ['spec', 'selector', 'matchLabels'])
  const wanted = textsIn(selector)
  const matches = [...wanted].every(([key, value]) => labels.get(key) === value)
  if (wanted.size > 0 && matches) return null
  const printed = [...labels].map(([key, value]) => `"${key}":"${value}"`).join(', ')
  return {
    text: `The DaemonSet "${name}" is invalid: spec.template.metadata.labels: Invalid value: map[string]string{${printed}}: \`selector\` does not match template \`labels\``,
    offset: selector?.start ?? memberOf(root, 'spec')?.at.start ?? root.start,
  }
}

function textsIn(object: Located | null): ReadonlyMap<string, string> {
  const members = object?.value.kind === 'object' ? object.value.members : []
  return new Map(
    members.flatMap(({ key, at }) => (at.value.kind === 'string' ? [[key, at.value.value]] : [])),
  )
}
