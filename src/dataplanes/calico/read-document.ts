import type { Located } from '../../golang/json/value.ts'
import { readYamlOrJson } from '../../golang/read-yaml-or-json.ts'
import { invariant } from '../../net/invariant.ts'
import { memberOf, textAt } from '../manifests/json-path.ts'
import { lacking, notAnObject, unparsable } from '../manifests/kubectl.ts'
import { FILE, type Refusal, type Subject, undecodable, unreadable } from './refusal.ts'
import { type Head, versionIn } from './version-document.ts'

export type CalicoKind = 'IPPool' | 'FelixConfiguration'

/** What one document of the stream is to Calico. Offsets count in the document's text. */
export type CalicoDocument =
  | { readonly is: 'resource'; readonly resource: Resource }
  | { readonly is: 'version'; readonly text: string; readonly offset: number }
  | {
      readonly is: 'refused'
      /** Of the resource that it was to become, as far as can be told. */
      readonly kind: string
      readonly name: string
      readonly refusal: Refusal
    }
  | { readonly is: 'foreign' }

export interface Resource extends Subject {
  readonly kind: CalicoKind
  readonly root: Located
}

/** How the two tools spell Calico's API. */
const GROUPS = { calicoctl: 'projectcalico.org/v3', kubectl: 'crd.projectcalico.org/v1' } as const

const KINDS: readonly CalicoKind[] = ['IPPool', 'FelixConfiguration']

export const isCalicoKind = (kind: string): kind is CalicoKind =>
  KINDS.some((known) => known === kind)

/** Kinds of Calico's API that say nothing of NAT. Source: calico v3.32.1, api/pkg/apis/projectcalico/v3. */
const OTHER_KINDS = new Set(
  `BGPConfiguration BGPFilter BGPPeer BlockAffinity CalicoNodeStatus ClusterInformation
  GlobalNetworkPolicy GlobalNetworkSet HostEndpoint IPAMBlock IPAMConfig IPAMConfiguration IPAMHandle
  IPReservation KubeControllersConfiguration NetworkPolicy NetworkSet Node Profile
  StagedGlobalNetworkPolicy StagedKubernetesNetworkPolicy StagedNetworkPolicy Tier
  WorkloadEndpoint`.split(/\s+/),
)

export function readDocument(text: string): CalicoDocument {
  const read = readYamlOrJson(text)
  if (!read.ok) return isOurs(text) ? broken(text, read.error) : { is: 'foreign' }
  const { root } = read.value
  if (root.value.kind === 'null') return { is: 'foreign' }
  if (root.value.kind !== 'object') {
    const text = notAnObject(FILE, root)
    return {
      is: 'refused',
      kind: '',
      name: '',
      refusal: { by: 'kubectl', text, offset: root.start },
    }
  }
  const head = headOf(root)
  const version = versionIn(root, head)
  if (version !== null) return { is: 'version', ...version }
  if (!concernsCalico(head)) return { is: 'foreign' }
  const { kind, group, name } = head
  const tool: Subject['tool'] = group.startsWith('projectcalico.org/') ? 'calicoctl' : 'kubectl'
  if (group === GROUPS[tool] && OTHER_KINDS.has(kind)) return { is: 'foreign' }
  const refusal = refuseHead(root, head, tool)
  if (refusal) return { is: 'refused', kind, name, refusal }
  invariant(isCalicoKind(kind), 'other kinds were refused')
  const resource = { kind, name, tool, root }
  const wrong = refuseFrame(resource)
  return wrong ? { is: 'refused', kind, name, refusal: wrong } : { is: 'resource', resource }
}

const headOf = (root: Located): Head => ({
  kind: textAt(root, ['kind']) ?? '',
  group: textAt(root, ['apiVersion']) ?? '',
  name: textAt(root, ['metadata', 'name']) ?? '',
})

/** A kind or a version that nobody knows, or none. */
function refuseHead(root: Located, head: Head, tool: Subject['tool']): Refusal | null {
  const { kind, group } = head
  if (kind === '' || group === '') return lacks(root, kind === '' ? 'kind' : 'apiVersion')
  const known = isCalicoKind(kind)
  if (known && group === GROUPS[tool]) return null
  const offset = memberOf(root, known ? 'apiVersion' : 'kind')?.at.start ?? root.start
  return { by: tool, text: unknownKind(tool, head), offset }
}

/** A kind that others have too (`whereabouts.cni.cncf.io`) is Calico's where the group does not say. */
function concernsCalico({ kind, group }: Head): boolean {
  if (group.includes('projectcalico.org')) return true
  const alike = KINDS.some((own) => own.toLowerCase() === kind.toLowerCase())
  return alike && !/\..*\//.test(group)
}

const isOurs = (text: string): boolean =>
  /^apiVersion:.*projectcalico\.org/m.test(text) || isCalicoKind(kindIn(text))

const kindIn = (text: string): string => /^kind:[ \t]*["']?(\w+)/m.exec(text)?.[1] ?? ''

function broken(
  text: string,
  { text: why, offset }: { readonly text: string; readonly offset: number },
): CalicoDocument {
  const name = /^metadata:[\s\S]*?\bname:[ \t]*["']?([\w.-]+)/m.exec(text)?.[1] ?? ''
  const refusal: Refusal = /^apiVersion:[ \t]*["']?crd\./m.test(text)
    ? { by: 'kubectl', text: unparsable(FILE, text, why, offset), offset }
    : { by: 'calicoctl', text: unreadable(`error converting YAML to JSON: ${why}`), offset }
  return { is: 'refused', kind: kindIn(text), name, refusal }
}

const lacks = (root: Located, missing: 'kind' | 'apiVersion'): Refusal => ({
  by: 'kubectl',
  text: lacking(FILE, missing, root),
  offset: root.start,
})

/** Sources: calicoctl v3.32.1, resourcemgr/resourcemgr.go, newResource; kubectl v1.28. */
const unknownKind = (tool: Subject['tool'], { kind, group, name }: Head): string =>
  tool === 'calicoctl'
    ? unreadable(`unknown resource type (${kind}) and/or version (${group})`)
    : `error: resource mapping not found for name: "${name}" namespace: "" from "${FILE}": no matches for kind "${kind}" in version "${group}"\nensure CRDs are installed first`

const FRAME = new Set(['apiVersion', 'kind', 'metadata', 'spec', 'status'])

/** What is around `spec`. */
function refuseFrame({ root, kind, name, tool }: Resource): Refusal | null {
  if (root.value.kind !== 'object') return null
  const unknown = root.value.members.find(({ key }) => !FRAME.has(key))
  if (unknown) {
    const text =
      tool === 'calicoctl'
        ? undecodable(`json: unknown field ${JSON.stringify(unknown.key)}`)
        : strictly(kind, unknown.key)
    return { by: tool, text, offset: unknown.keyStart }
  }
  if (name !== '') return null
  const offset = memberOf(root, 'metadata')?.at.start ?? root.start
  return { by: tool, text: 'resource name may not be empty', offset }
}

/** Source: kubernetes v1.28, apiserver, strict field validation, as kubectl prints it. */
export const strictly = (kind: string, path: string): string =>
  `Error from server (BadRequest): error when creating "${FILE}": ${kind} in version "v1" cannot be handled as a ${kind}: strict decoding error: unknown field "${path}"`
