import type { Located } from '../../golang/json/value.ts'
import type { TextError } from '../../golang/read-yaml-or-json.ts'
import { memberOf } from './json-path.ts'

/**
 * What the server says of a DaemonSet of which a field holds another kind of value than it decodes
 * there; null: nothing of what is read here does.
 * Sources: kubernetes v1.28, k8s.io/api/apps/v1 and core/v1; encoding/json, UnmarshalTypeError.
 *
 * @param version of its group, e.g. `v1`
 * @param file the name that kubectl was given
 */
export function mistypedField(root: Located, version: string, file: string): TextError | null {
  for (const [owner, path, type] of FIELDS) {
    const wanted = kindOf(type)
    const wrong = nodesAt(root, path.split('.')).find(
      ({ value }) => value.kind !== wanted && value.kind !== 'null',
    )
    if (wrong === undefined) continue
    const field = `${owner}.${path.replaceAll('.*', '')}`
    return {
      text: `Error from server (BadRequest): error when creating "${file}": DaemonSet in version "${version}" cannot be handled as a DaemonSet: json: cannot unmarshal ${wrong.value.kind} into Go struct field ${field} of type ${type}`,
      offset: wrong.start,
    }
  }
  return null
}

const POD = 'spec.template.spec'
const CONTAINERS = `${POD}.containers`

/** The struct that has the field, where the field is, and its type; `*`: each item of a list. */
const FIELDS: readonly (readonly [owner: string, path: string, type: string])[] = [
  ['DaemonSet', 'spec', 'v1.DaemonSetSpec'],
  ['DaemonSetSpec', 'spec.template', 'v1.PodTemplateSpec'],
  ['PodTemplateSpec', POD, 'v1.PodSpec'],
  ['PodSpec', CONTAINERS, '[]v1.Container'],
  ['PodSpec', `${CONTAINERS}.*`, 'v1.Container'],
  ['Container', `${CONTAINERS}.*.name`, 'string'],
  ['Container', `${CONTAINERS}.*.image`, 'string'],
  ['Container', `${CONTAINERS}.*.command`, '[]string'],
  ['Container', `${CONTAINERS}.*.command.*`, 'string'],
  ['Container', `${CONTAINERS}.*.args`, '[]string'],
  ['Container', `${CONTAINERS}.*.args.*`, 'string'],
  ['Container', `${CONTAINERS}.*.env`, '[]v1.EnvVar'],
  ['Container', `${CONTAINERS}.*.env.*`, 'v1.EnvVar'],
  ['EnvVar', `${CONTAINERS}.*.env.*.name`, 'string'],
  ['EnvVar', `${CONTAINERS}.*.env.*.value`, 'string'],
]

function kindOf(type: string): Located['value']['kind'] {
  if (type.startsWith('[]')) return 'array'
  return type === 'string' ? 'string' : 'object'
}

function nodesAt(root: Located, path: readonly string[]): readonly Located[] {
  let nodes: readonly Located[] = [root]
  for (const key of path) {
    nodes = nodes.flatMap((node) => {
      if (key === '*') return node.value.kind === 'array' ? node.value.items : []
      return memberOf(node, key)?.at ?? []
    })
  }
  return nodes
}
