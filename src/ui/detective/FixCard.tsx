import type { DetectiveWords } from '../../i18n/detective-words.ts'
import type { Diagnosis, Fix } from '../../scenario/detective/diagnosis.ts'
import { applyFix } from '../../store/detective.ts'
import { AddressChip } from '../kit/AddressChip.tsx'
import { Button } from '../kit/Button.tsx'
import { ChangeItem } from './ChangeItem.tsx'
import { EffectsOf } from './EffectsOf.tsx'

/** What is changed, what comes of it, what else would be different, and one button. */
export function FixCard({
  words,
  fix,
  number,
  owners,
  waiting,
}: {
  readonly words: DetectiveWords
  readonly fix: Fix
  readonly number: number
  readonly owners: Diagnosis['owners']
  readonly waiting: boolean
}) {
  const { changes, outcome, effects } = fix
  const { address, owner } = outcome.seenAs
  return (
    <li className="fix" data-fix={changes.map(({ code }) => code).join(' ')}>
      <ul className="fix-changes">
        {changes.map((change) => (
          <ChangeItem
            key={`${change.code} ${change.at} ${Object.values(change.params).join(' ')}`}
            words={words}
            change={change}
            owners={owners}
          />
        ))}
      </ul>
      <p className="fix-seen">
        {words.seenAfter} <AddressChip address={address} owner={owner} />
      </p>
      <EffectsOf words={words} effects={effects} />
      <Button
        look={number === 1 ? 'primary' : 'plain'}
        aria-label={words.applyNamed(number)}
        disabled={waiting}
        onClick={() => applyFix(fix)}
      >
        {words.apply}
      </Button>
    </li>
  )
}
