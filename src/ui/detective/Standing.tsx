import type { DetectiveWords } from '../../i18n/detective-words.ts'
import type { Diagnosis } from '../../scenario/detective/diagnosis.ts'
import { useOwnerOf } from '../../store/owners.ts'
import { useMessages } from '../../store/reading.ts'
import { Spoken } from '../kit/Spoken.tsx'

/** Where the investigation stands, in a line that is read aloud. */
export function Standing({
  words,
  phase,
  diagnosis,
}: {
  readonly words: DetectiveWords
  readonly phase: 'asking' | 'answered' | 'failed'
  readonly diagnosis: Diagnosis | null
}) {
  return (
    <p role="status" className="detective-standing" data-outcome={diagnosis?.outcome?.kind}>
      {phase === 'asking' ? words.searching : <Said words={words} diagnosis={diagnosis} />}
    </p>
  )
}

function Said({
  words,
  diagnosis,
}: {
  readonly words: DetectiveWords
  readonly diagnosis: Diagnosis | null
}) {
  const { ui } = useMessages()
  const ownerOf = useOwnerOf()
  if (diagnosis === null) return ui.shell.notSent
  const { outcome, fixes, complete } = diagnosis
  if (outcome === null) return words.notSent
  if (outcome.kind === 'delivered') {
    return <Spoken sentence={words.fine(outcome)} ownerOf={ownerOf} />
  }
  if (fixes.length === 0) return words.noFixes
  return complete ? words.fixes(fixes.length) : `${words.fixes(fixes.length)}. ${words.incomplete}`
}
