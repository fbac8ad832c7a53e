import type { Located } from '../../golang/json/value.ts'
import { quoteGo } from '../../golang/quote.ts'

/** Who would not take a document, in which words, and where: UTF-16 units from the start of its text. */
export interface Refusal {
  readonly by: Refuser
  readonly text: string
  readonly offset: number
}

/**
 * `calicoctl`, which manifests of `projectcalico.org/v3` are applied with; `kubectl` for those of
 * `crd.projectcalico.org/v1`; `calico` where the API server takes one and Calico cannot read it.
 */
export type Refuser = 'calicoctl' | 'kubectl' | 'calico'

/** What a refusal says of the document that it is about. */
export interface Subject {
  readonly kind: string
  readonly name: string
  readonly tool: 'calicoctl' | 'kubectl'
}

/** kubectl names the file it was given. */
export const FILE = 'calico.yaml'

/** The file is refused as a whole. Source: calicoctl v3.32.1, calicoctl/commands/apply.go. */
export const unreadable = (why: string): string => `failed to execute command: ${why}`

/** Source: sigs.k8s.io/yaml, UnmarshalStrict. */
export const undecodable = (why: string): string =>
  unreadable(`error unmarshaling JSON: while decoding JSON: ${why}`)

/** Something wrong with a field's value. */
export interface Fault {
  /** As Calico's own library says it: `IPPool.Spec.CIDR`, the value, the reason. */
  readonly field: string
  readonly value: string
  readonly reason: string
  /** As the API server says it of the resource; null where its schema does not look. */
  readonly schema: string | null
  readonly at: Located
}

/**
 * The faults of a document in one answer, at the place of the first; null where its tool finds none.
 * Sources: calico v3.32.1, libcalico-go/lib/errors/errors.go, ErrorValidation;
 * k8s.io/apimachinery, pkg/api/errors, NewInvalid.
 */
export function refuseFor(subject: Subject, faults: readonly Fault[]): Refusal | null {
  const { kind, name, tool } = subject
  const seen = tool === 'kubectl' ? faults.filter(({ schema }) => schema !== null) : faults
  const [first] = seen
  if (first === undefined) return null
  const offset = first.at.start
  if (tool === 'kubectl') {
    const texts = seen.map(({ schema }) => schema ?? '')
    const list =
      texts.length === 1 ? texts.join() : `\n${texts.map((each) => `* ${each}`).join('\n')}`
    return { by: 'kubectl', text: `The ${kind} "${name}" is invalid: ${list}`, offset }
  }
  return {
    by: 'calicoctl',
    text: `failed to apply '${kind}' resource: [${validation(seen)}]`,
    offset,
  }
}

/** As `refuseFor`, for what the API server lets through and Felix cannot use. */
export const refuseByCalico = (faults: readonly Fault[]): Refusal | null => {
  const [first] = faults
  return first ? { by: 'calico', text: validation(faults), offset: first.at.start } : null
}

function validation(faults: readonly Fault[]): string {
  const texts = faults.map(({ field, value, reason }) => `${field} = '${value}' (${reason})`)
  return texts.length === 1
    ? `error with field ${texts.join()}`
    : `error with the following fields:\n${texts.map((text) => `-  ${text}\n`).join('')}`
}

/** Of the Go library that checks tagged fields. Source: libcalico-go/lib/validator/v3, extractReason. */
export const tagReason = (field: string, tag: string): string =>
  `Reason: failed to validate Field: ${field} because of Tag: ${tag} `

/** Source: k8s.io/apimachinery, pkg/util/validation/field/errors.go. */
export const unsupportedValue = (path: string, value: string, choices: readonly string[]): string =>
  `${path}: Unsupported value: ${quoteGo(value)}: supported values: ${choices.map(quoteGo).join(', ')}`
