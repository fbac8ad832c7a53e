import { LineTable } from '../../golang/line-table.ts'
import type { ConfigNote } from '../config-report.ts'
import type { AppliedTexts } from '../dataplane.ts'
import { appliedDocuments } from '../manifests/documents.ts'
import type { AutopilotNote } from './codes.ts'
import { POLICY_KIND, POLICY_VERSION } from './policy.ts'
import { noMatches, readPolicyDocument } from './read-document.ts'
import type { PoliciesRead } from './read-policies.ts'

/** A cluster that is too old to know the resource: whatever is applied is refused by kubectl. */
export function noPolicies(manifests: AppliedTexts | null): PoliciesRead {
  const code: AutopilotNote = 'cluster-too-old'
  const notes: readonly ConfigNote[] = [{ code, line: null, params: {} }]
  const none = { policies: [], error: null, notes, assumptions: [] }
  if (manifests === null) return none
  const lines = new LineTable(manifests.text)
  for (const part of appliedDocuments(manifests.text)) {
    const document = readPolicyDocument(part, lines)
    if (document.kind !== 'policy' && document.kind !== 'described') continue
    const { name } = document.policy
    const kind = { name, kind: POLICY_KIND, version: POLICY_VERSION }
    const { text, by } = noMatches(kind, document.at)
    return { ...none, error: { text, by, ...lines.at(document.at) } }
  }
  return none
}
