import { sentenceFor } from '../../i18n/messages.ts'
import type { Issue } from '../../scenario/issue.ts'
import { useOwnerOf } from '../../store/owners.ts'
import { useMessages } from '../../store/reading.ts'
import type { EngineFault } from '../../worker/protocol.ts'
import { Spoken } from '../kit/Spoken.tsx'
import { issueAtField } from './issue-at-field.ts'
import type { Refused } from './use-renaming.ts'

/** Why a thing is not called what was typed, below the field. */
export function NameRefused({
  id,
  refused: { issue, fault },
}: {
  readonly id: string
  readonly refused: Refused
}) {
  const messages = useMessages()
  const ownerOf = useOwnerOf()
  return (
    <p id={id} className="name-refused" role="alert">
      {issue === null ? null : (
        <Spoken
          sentence={sentenceFor<Issue, 'code'>(messages.issues, 'code', issueAtField(issue))}
          ownerOf={ownerOf}
        />
      )}
      {fault === null ? null : (
        <Spoken
          sentence={sentenceFor<EngineFault, 'code'>(messages.faults, 'code', fault)}
          ownerOf={ownerOf}
        />
      )}
    </p>
  )
}
