import type { DetectiveWords } from '../../i18n/detective-words.ts'
import type { Fix } from '../../scenario/detective/diagnosis.ts'
import { undoFix } from '../../store/detective.ts'
import { useOwnerOf } from '../../store/owners.ts'
import { Button } from '../kit/Button.tsx'
import { Spoken } from '../kit/Spoken.tsx'

/** What was just done, and the way back. */
export function Applied({ words, fix }: { readonly words: DetectiveWords; readonly fix: Fix }) {
  const ownerOf = useOwnerOf()
  return (
    <div className="detective-applied">
      <h3>{words.applied}</h3>
      <ul>
        {fix.changes.map((change) => (
          <li key={`${change.code} ${change.at} ${Object.values(change.params).join(' ')}`}>
            <Spoken sentence={words.changes[change.code](change)} ownerOf={ownerOf} />
          </li>
        ))}
      </ul>
      <Button onClick={undoFix}>{words.undo}</Button>
    </div>
  )
}
