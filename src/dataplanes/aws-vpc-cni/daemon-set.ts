import type { Located } from '../../golang/json/value.ts'
import { LineTable, type Place } from '../../golang/line-table.ts'
import { quoteGo } from '../../golang/quote.ts'
import { readYamlOrJson, type TextError } from '../../golang/read-yaml-or-json.ts'
import { mistypedField } from '../manifests/daemon-set.ts'
import { appliedDocuments, type ManifestDocument } from '../manifests/documents.ts'
import { memberOf, textAt } from '../manifests/json-path.ts'
import { lacking, missingField, nameless, unparsable } from '../manifests/kubectl.ts'
import { unknownFields } from '../manifests/unknown-fields.ts'

/** An environment variable of the CNI's container; `at` leads into its value's text. */
export interface Variable {
  readonly name: string
  readonly value: string
  readonly place: Place
}

/** What a stream of manifests holds for the CNI. */
export interface DaemonSetStream {
  /** Null: no DaemonSet of its, or it was refused. */
  readonly variables: readonly Variable[] | null
  readonly refused: (Place & { readonly text: string }) | null
  /** A DaemonSet or a container under another name that sets the CNI's variables. */
  readonly misnamed: { readonly found: string; readonly line: number } | null
}

const NAME = 'aws-node'
/** kubectl names the file it was given. */
const FILE = 'aws-node.yaml'
const WHAT = { file: FILE, kind: 'DaemonSet', version: 'v1' }

export function readDaemonSet(stream: string): DaemonSetStream {
  const lines = new LineTable(stream)
  let found: DaemonSetStream = { variables: null, refused: null, misnamed: null }
  for (const document of appliedDocuments(stream)) {
    if (!/\bAWS_VPC_K8S_CNI_|\baws-node\b/.test(document.text)) continue
    found = take(found, document, (at) => lines.at(document.offset + at))
  }
  return found
}

type PlaceAt = (offset: number) => Place

function take(
  before: DaemonSetStream,
  { text }: ManifestDocument,
  place: PlaceAt,
): DaemonSetStream {
  const read = readYamlOrJson(text)
  if (!read.ok) {
    const { text: why, offset } = read.error
    return refuse(before, { text: unparsable(FILE, text, why, offset), offset }, place)
  }
  const { root } = read.value
  if (root.value.kind === 'null') return before
  const refusal = refuseHead(root)
  if (refusal !== null) return refuse(before, refusal, place)
  if (textAt(root, ['kind']) !== 'DaemonSet') return before
  const unusual = mistypedField(root, 'v1', FILE) ?? unknownFields(root, WHAT, ['spec', 'status'])
  if (unusual !== null) return refuse(before, unusual, place)
  const name = textAt(root, ['metadata', 'name']) ?? ''
  if (name !== NAME) return misnamed(before, name, place(root.start))
  const container = containersOf(root).find((each) => textAt(each, ['name']) === NAME)
  if (!container) {
    const found = containersOf(root).map((each) => textAt(each, ['name']) ?? '')
    return misnamed(before, found.join(', '), place(root.start))
  }
  return { ...before, variables: readVariables(container, place), refused: null }
}

/** What kubectl refuses of a document that sets the CNI's variables, or names it. */
function refuseHead(root: Located): TextError | null {
  const missing = missingField(root)
  if (missing !== null) return { text: lacking(FILE, missing, root), offset: root.start }
  const [kind, version] = [textAt(root, ['kind']) ?? '', textAt(root, ['apiVersion']) ?? '']
  if (!/^daemonsets?$/i.test(kind)) return null
  const name = textAt(root, ['metadata', 'name']) ?? ''
  const namespace = textAt(root, ['metadata', 'namespace']) ?? ''
  if (version !== 'apps/v1' || kind !== 'DaemonSet') {
    const wrong = memberOf(root, version === 'apps/v1' ? 'kind' : 'apiVersion')?.at ?? root
    return {
      text: `error: resource mapping not found for name: "${name}" namespace: "${namespace}" from "${FILE}": no matches for kind ${quoteGo(kind)} in version ${quoteGo(version)}`,
      offset: wrong.start,
    }
  }
  if (name !== '') return null
  const resource = 'apps/v1, Resource=daemonsets'
  return {
    text: nameless(FILE, {
      resource,
      kind: 'apps/v1, Kind=DaemonSet',
      namespace: namespace || 'default',
    }),
    offset: memberOf(root, 'metadata')?.at.start ?? root.start,
  }
}

const refuse = (before: DaemonSetStream, { text, offset }: TextError, place: PlaceAt) =>
  before.refused ? before : { ...before, refused: { text, ...place(offset) } }

const misnamed = (before: DaemonSetStream, found: string, { line }: Place): DaemonSetStream => ({
  ...before,
  misnamed: before.misnamed ?? { found, line },
})

const CONTAINERS = ['spec', 'template', 'spec', 'containers']

function containersOf(root: Located): readonly Located[] {
  let at: Located | null = root
  for (const key of CONTAINERS) at = at && (memberOf(at, key)?.at ?? null)
  return at?.value.kind === 'array' ? at.value.items : []
}

function readVariables(container: Located, place: PlaceAt): readonly Variable[] {
  const env = memberOf(container, 'env')?.at.value
  return (env?.kind === 'array' ? env.items : []).flatMap((item) => {
    const name = textAt(item, ['name'])
    const value = memberOf(item, 'value')?.at
    if (name === null || !value) return []
    return [{ name, value: textAt(item, ['value']) ?? '', place: place(value.start) }]
  })
}
