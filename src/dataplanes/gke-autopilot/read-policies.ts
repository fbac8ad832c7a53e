import { LineTable, type Place } from '../../golang/line-table.ts'
import type { ClusterView } from '../../topology/cluster-view.ts'
import type { ConfigNote, ConfigReport } from '../config-report.ts'
import { appliedDocuments } from '../manifests/documents.ts'
import type { AutopilotAssumption, AutopilotNote } from './codes.ts'
import { DEFAULT_POLICY, managedPolicy } from './generated-policies.ts'
import { DEFAULT_NAME, isManagedName, type Policy, withoutPlaces } from './policy.ts'
import { type PolicyDocument, readPolicyDocument } from './read-document.ts'

/** What a stream of manifests leaves in force. */
export interface PoliciesRead {
  /** Those of GKE among them. */
  readonly policies: readonly Policy[]
  /** The first document that was refused. */
  readonly error: ConfigReport['error']
  readonly notes: readonly ConfigNote[]
  readonly assumptions: readonly AutopilotAssumption[]
}

/** A cluster in which nobody has applied anything. */
export const generatedPolicies = (topology: ClusterView): readonly Policy[] => [
  DEFAULT_POLICY,
  managedPolicy(topology, null),
]

/**
 * Documents are applied one after another, each by itself: one that is refused leaves the policy of
 * its name as it was.
 *
 * @param before the policies that were in force when the text was applied
 */
export function readPolicies(
  topology: ClusterView,
  text: string,
  before: readonly Policy[],
): PoliciesRead {
  const lines = new LineTable(text)
  const documents = appliedDocuments(text).map((part) => readPolicyDocument(part, lines))
  const own = new Map<string, Policy>()
  for (const document of documents) {
    const policy = policyOf(document, before)
    if (policy && !(document.kind === 'refused' && own.has(policy.name))) {
      own.set(policy.name, policy)
    }
  }
  for (const policy of untold(documents, before))
    own.set(policy.name, own.get(policy.name) ?? policy)
  const named = [...own.keys()].find(isManagedName) ?? null
  const managed = managedPolicy(topology, named)
  const custom = [...own.values()].filter(({ name }) => !isManagedName(name))
  const hasDefault = own.has(DEFAULT_NAME)
  const refused = documents.find((document) => document.kind === 'refused') ?? null
  const at = (offset: number): Place => lines.at(offset)
  return {
    policies: [...(hasDefault ? [] : [DEFAULT_POLICY]), ...custom, managed],
    error: refused && { by: refused.by, text: refused.text, ...at(refused.at) },
    notes: [
      ...documents.flatMap((document) => notesOf(document, managed, at)),
      ...(hasDefault ? [] : [note('default-not-in-text', null)]),
    ],
    assumptions: [
      ...(refused?.by === 'api-server' ? (['server-words'] as const) : []),
      ...(custom.some(({ name }) => name !== DEFAULT_NAME) ? (['union-of-policies'] as const) : []),
      ...(hasDefault ? [] : (['default-stays'] as const)),
    ],
  }
}

/** Of a document that does not even tell its name, nobody knows what it replaces: all stay. */
function untold(
  documents: readonly PolicyDocument[],
  before: readonly Policy[],
): readonly Policy[] {
  const some = documents.some((document) => document.kind === 'refused' && document.name === '')
  return some ? before.filter(({ madeBy }) => madeBy === 'manifest').map(withoutPlaces) : []
}

function policyOf(document: PolicyDocument, before: readonly Policy[]): Policy | null {
  if (document.kind === 'policy' || document.kind === 'described') return document.policy
  if (document.kind !== 'refused') return null
  const old = before.find(({ name }) => name === document.name)
  return old ? withoutPlaces(old) : null
}

const note = (
  code: AutopilotNote,
  line: number | null,
  params: ConfigNote['params'] = {},
): ConfigNote => ({ code, line, params })

function notesOf(
  document: PolicyDocument,
  managed: Policy,
  place: (offset: number) => Place,
): readonly ConfigNote[] {
  if (document.kind === 'other') return []
  const { line } = place(document.at)
  switch (document.kind) {
    case 'lookalike':
      return [note('other-product', line, { found: document.found })]
    case 'config-map':
      return [note('config-map-overwritten', line)]
    case 'refused':
      return refusalNotes(document, line)
    case 'described':
      return [
        note('described', line, { name: document.policy.name }),
        ...policyNotes(document.policy, managed, line),
      ]
    case 'policy':
      return policyNotes(document.policy, managed, line)
  }
}

function refusalNotes(
  { foreign, mendable }: PolicyDocument & { readonly kind: 'refused' },
  line: number,
): readonly ConfigNote[] {
  const hint = foreign && note(`foreign-${foreign.what}`, line, { name: foreign.name })
  return [...(hint ? [hint] : []), ...(mendable ? [note('mendable', line)] : [])]
}

function policyNotes(policy: Policy, managed: Policy, line: number): readonly ConfigNote[] {
  const { name, ranges } = policy
  if (isManagedName(name)) {
    const kept = managed.ranges.map(({ text }) => text)
    const same = ranges.length === kept.length && ranges.every(({ text }) => kept.includes(text))
    return same ? [] : [note('managed-fixed', line, { name, ranges: kept.join(', ') })]
  }
  const code = name === DEFAULT_NAME ? 'default-empty' : 'policy-empty'
  return ranges.length === 0 ? [note(code, line, { name })] : []
}
