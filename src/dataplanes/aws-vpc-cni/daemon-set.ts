import type { Located } from '../../golang/json/value.ts'
import { LineTable, type Place } from '../../golang/line-table.ts'
import { readYamlOrJson, type TextError } from '../../golang/read-yaml-or-json.ts'
import { err, ok, type Result } from '../../net/result.ts'
import { type ManifestDocument, splitDocuments } from '../manifests/documents.ts'
import { memberOf, textAt } from '../manifests/json-path.ts'
import { unparsable } from '../manifests/kubectl.ts'

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

export function readDaemonSet(stream: string): DaemonSetStream {
  const lines = new LineTable(stream)
  let found: DaemonSetStream = { variables: null, refused: null, misnamed: null }
  for (const document of splitDocuments(stream)) {
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
  if (textAt(root, ['kind']) !== 'DaemonSet') return before
  const name = textAt(root, ['metadata', 'name']) ?? ''
  if (name !== NAME) return misnamed(before, name, place(root.start))
  const container = containersOf(root).find((each) => textAt(each, ['name']) === NAME)
  if (!container) {
    const found = containersOf(root).map((each) => textAt(each, ['name']) ?? '')
    return misnamed(before, found.join(', '), place(root.start))
  }
  const variables = readVariables(container, place)
  if (!variables.ok) return refuse(before, variables.error, place)
  return { ...before, variables: variables.value, refused: null }
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

/** The API server decodes every value into a text: `true` and `80` without quotes are refused. */
function readVariables(container: Located, place: PlaceAt): Result<readonly Variable[], TextError> {
  const env = memberOf(container, 'env')?.at.value
  const variables: Variable[] = []
  for (const item of env?.kind === 'array' ? env.items : []) {
    const name = textAt(item, ['name'])
    const value = memberOf(item, 'value')?.at
    if (name === null || !value) continue
    const { kind } = value.value
    if (kind !== 'string' && kind !== 'null') return err(wrongKind(value))
    variables.push({ name, value: textAt(item, ['value']) ?? '', place: place(value.start) })
  }
  return ok(variables)
}

/** Source: k8s.io/apimachinery v0.28, encoding/json of a DaemonSet. */
const wrongKind = ({ value, start }: Located): TextError => ({
  text: `Error from server (BadRequest): error when creating "${FILE}": DaemonSet in version "v1" cannot be handled as a DaemonSet: json: cannot unmarshal ${value.kind} into Go struct field EnvVar.spec.template.spec.containers.env.value of type string`,
  offset: start,
})
