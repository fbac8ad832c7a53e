import { sentenceFor } from '../../i18n/messages.ts'
import type { Issue } from '../../scenario/issue.ts'
import { useOwnerOf } from '../../store/owners.ts'
import { useMessages } from '../../store/reading.ts'
import { Spoken } from '../kit/Spoken.tsx'

/** Where there is no trace, what stands in its way. */
export function Troubles({ issues }: { readonly issues: readonly Issue[] }) {
  const { issues: table } = useMessages()
  const ownerOf = useOwnerOf()
  return (
    <ul className="troubles">
      {issues.map((issue) => (
        <li key={`${issue.path} ${issue.code}`}>
          <Spoken sentence={sentenceFor<Issue, 'code'>(table, 'code', issue)} ownerOf={ownerOf} />
        </li>
      ))}
    </ul>
  )
}
