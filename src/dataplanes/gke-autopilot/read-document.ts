import type { Located } from '../../golang/json/value.ts'
import type { LineTable } from '../../golang/line-table.ts'
import { quoteGo } from '../../golang/quote.ts'
import { readYamlOrJson } from '../../golang/read-yaml-or-json.ts'
import type { ManifestDocument } from '../manifests/documents.ts'
import { memberOf, textAt } from '../manifests/json-path.ts'
import { lacking, notAnObject, unparsable } from '../manifests/kubectl.ts'
import { checkPolicy, type Objection } from './check-policy.ts'
import { type Described, readDescribed } from './described.ts'
import { POLICY_KIND, POLICY_VERSION, type Policy, type PolicyRange } from './policy.ts'

/** What one document of the stream is to a cluster with policies. Offsets count in the whole text. */
export type PolicyDocument =
  | { readonly kind: 'policy'; readonly policy: Policy; readonly at: number }
  /** Not a manifest, but it could be read. */
  | {
      readonly kind: 'described'
      readonly policy: Policy
      readonly at: number
      readonly described: Described
    }
  | {
      readonly kind: 'refused'
      /** The policy that it was to become; empty where nobody can tell. */
      readonly name: string
      readonly by: 'kubectl' | 'api-server'
      readonly text: string
      readonly at: number
      readonly foreign: Objection['foreign']
      /** `mendPolicy` would make a manifest of it. */
      readonly mendable: boolean
    }
  /** `ip-masq-agent` in `kube-system`, which belongs to GKE here. */
  | { readonly kind: 'config-map'; readonly at: number }
  /** Another product's policy of a similar name. */
  | { readonly kind: 'lookalike'; readonly at: number; readonly found: string }
  | { readonly kind: 'other' }

/** kubectl names the file it was given. */
const FILE = 'egress-nat-policy.yaml'

export function readPolicyDocument(
  { text, offset }: ManifestDocument,
  lines: LineTable,
): PolicyDocument {
  const described = readDescribed(text)
  if (described !== null && !/^kind:/m.test(text)) {
    return readFromDescribed(described, { text, offset }, lines)
  }
  const mendable = described !== null
  const read = readYamlOrJson(text)
  if (!read.ok) {
    const kind = /^kind:[ \t]*["']?(\w+)/m.exec(text)?.[1] ?? POLICY_KIND
    if (kind !== POLICY_KIND) return { kind: 'other' }
    const name = /^metadata:[\s\S]*?\bname:[ \t]*["']?([\w.-]+)/m.exec(text)?.[1] ?? ''
    const error = unparsable(FILE, text, read.error.text, read.error.offset)
    return { ...refusal('kubectl', error, offset + read.error.offset), name, mendable }
  }
  const document = readRoot(read.value.root, offset, lines)
  return document.kind === 'refused' ? { ...document, mendable } : document
}

function readRoot(root: Located, offset: number, lines: LineTable): PolicyDocument {
  if (root.value.kind === 'null') return { kind: 'other' }
  if (root.value.kind !== 'object') {
    return { ...refusal('kubectl', notAnObject(FILE, root), offset + root.start), name: '' }
  }
  const { kind, version, name } = headOf(root)
  const missing = missingField(kind, version)
  if (missing !== null) {
    const error = lacking(FILE, missing, root)
    return { ...refusal('kubectl', error, offset + root.start), name }
  }
  const at = offset + (memberOf(root, 'kind')?.at.start ?? root.start)
  if (kind === 'ConfigMap' && isAgents(root)) return { kind: 'config-map', at }
  if (!/egressnatpolicy$/i.test(kind)) return { kind: 'other' }
  if (!version.startsWith('networking.gke.io/') && kind !== POLICY_KIND) {
    return { kind: 'lookalike', at, found: kind }
  }
  if (kind !== POLICY_KIND || version !== POLICY_VERSION) {
    const wrong = kind === POLICY_KIND ? 'apiVersion' : 'kind'
    const place = offset + (memberOf(root, wrong)?.at.start ?? root.start)
    return { ...noMatches({ name, kind, version }, place), name }
  }
  return readPolicy(root, { name, offset, at }, lines)
}

const headOf = (root: Located) => ({
  kind: textAt(root, ['kind']) ?? '',
  version: textAt(root, ['apiVersion']) ?? '',
  name: textAt(root, ['metadata', 'name']) ?? '',
})

/** As kubectl's decoder names it; of documents that may belong to others only what no one can read. */
function missingField(kind: string, version: string): 'kind' | 'apiVersion' | null {
  if (kind === '') return 'kind'
  return version === '' && kind === POLICY_KIND ? 'apiVersion' : null
}

const isAgents = (root: Located): boolean =>
  textAt(root, ['metadata', 'name']) === 'ip-masq-agent' &&
  textAt(root, ['metadata', 'namespace']) === 'kube-system'

/** What kubectl says of a kind that the cluster does not have. */
export const noMatches = (
  {
    name,
    kind,
    version,
  }: { readonly name: string; readonly kind: string; readonly version: string },
  at: number,
): PolicyDocument & { readonly kind: 'refused' } =>
  refusal(
    'kubectl',
    `error: resource mapping not found for name: "${name}" namespace: "" from "${FILE}": no matches for kind ${quoteGo(kind)} in version ${quoteGo(version)}\nensure CRDs are installed first`,
    at,
  )

function readPolicy(
  root: Located,
  { name, at, offset }: { readonly name: string; readonly at: number; readonly offset: number },
  lines: LineTable,
): PolicyDocument {
  if (name === '') {
    const place = memberOf(root, 'metadata')?.at.start ?? root.start
    const error = `error: error when retrieving current configuration of:\nResource: "networking.gke.io/v1, Resource=egressnatpolicies", GroupVersionKind: "networking.gke.io/v1, Kind=${POLICY_KIND}"\nName: "", Namespace: ""\nfrom server for: "${FILE}": resource name may not be empty`
    return refusal('kubectl', error, offset + place)
  }
  const objection = checkPolicy(root, name, FILE)
  if (objection !== null) {
    const { text, foreign } = objection
    return { ...refusal('api-server', text, offset + objection.offset), name, foreign }
  }
  const spec = memberOf(root, 'spec')?.at
  const list = spec && memberOf(spec, 'destinations')?.at.value
  const items = list?.kind === 'array' ? list.items : []
  const ranges = items.flatMap((item): readonly PolicyRange[] => {
    const cidr = memberOf(item, 'cidr')?.at
    if (cidr?.value.kind !== 'string') return []
    return [{ text: cidr.value.value, place: lines.at(offset + cidr.start) }]
  })
  return { kind: 'policy', policy: { name, ranges, madeBy: 'manifest' }, at }
}

function readFromDescribed(
  described: Described,
  { offset }: ManifestDocument,
  lines: LineTable,
): PolicyDocument {
  const { name, apiVersion, action, ranges, mended } = described
  const at = offset + (mended[0]?.offset ?? 0)
  if (apiVersion !== POLICY_VERSION) {
    return { ...noMatches({ name, kind: POLICY_KIND, version: apiVersion }, at), name }
  }
  if (action !== null && action.text !== 'NoSNAT') {
    const text = `The ${POLICY_KIND} ${quoteGo(name)} is invalid: spec.action: Unsupported value: ${quoteGo(action.text)}: supported values: "NoSNAT"`
    const foreign = { what: 'action', name: action.text } as const
    return { ...refusal('api-server', text, offset + action.offset), name, foreign }
  }
  const placed = ranges.map((range) => ({
    text: range.text,
    place: lines.at(offset + range.offset),
  }))
  return {
    kind: 'described',
    policy: { name, ranges: placed, madeBy: 'manifest' },
    at,
    described,
  }
}

const refusal = (
  by: 'kubectl' | 'api-server',
  text: string,
  at: number,
): PolicyDocument & { readonly kind: 'refused' } => ({
  kind: 'refused',
  name: '',
  by,
  text,
  at,
  foreign: null,
  mendable: false,
})
