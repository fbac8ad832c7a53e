import { sentenceFor } from '../../i18n/messages.ts'
import type { Issue } from '../../scenario/issue.ts'
import { useOwnerOf } from '../../store/owners.ts'
import { useMessages } from '../../store/reading.ts'
import { Spoken } from '../kit/Spoken.tsx'
import { issueAtField } from './issue-at-field.ts'

/** What is wrong with what was typed, at its place. */
export function FieldTrouble({
  id,
  issues,
}: {
  readonly id?: string
  readonly issues: readonly Issue[]
}) {
  const messages = useMessages()
  const ownerOf = useOwnerOf()
  if (issues.length === 0) return null
  return (
    <ul id={id} className="field-trouble">
      {issues.map((issue) => (
        <li key={`${issue.path} ${issue.code}`}>
          <Spoken
            sentence={sentenceFor<Issue, 'code'>(messages.issues, 'code', issueAtField(issue))}
            ownerOf={ownerOf}
          />
        </li>
      ))}
    </ul>
  )
}
