import type { DetectiveWords } from '../../i18n/detective-words.ts'
import type { Diagnosis } from '../../scenario/detective/diagnosis.ts'
import { FixCard } from './FixCard.tsx'
import './fix.css'

/** Every smallest fix as a card, the best first. */
export function Fixes({
  words,
  diagnosis: { fixes, owners },
  waiting,
}: {
  readonly words: DetectiveWords
  readonly diagnosis: Diagnosis
  /** An older answer: what it offers may not fit any more. */
  readonly waiting: boolean
}) {
  if (fixes.length === 0) return null
  return (
    <ol className="fixes">
      {fixes.map((fix, i) => (
        <FixCard
          key={fix.id}
          words={words}
          fix={fix}
          number={i + 1}
          owners={owners}
          waiting={waiting}
        />
      ))}
    </ol>
  )
}
