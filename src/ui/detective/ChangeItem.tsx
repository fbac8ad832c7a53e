import type { Owner } from '../../engine/trace.ts'
import type { DetectiveWords } from '../../i18n/detective-words.ts'
import { code as codeChip } from '../../i18n/sentence.ts'
import type { Diagnosis, FixChange } from '../../scenario/detective/diagnosis.ts'
import { useOwnerOf } from '../../store/owners.ts'
import { AddressChip } from '../kit/AddressChip.tsx'
import { Spoken } from '../kit/Spoken.tsx'

/** One change: a sentence, what goes out and what comes in, and what to know before. */
export function ChangeItem({
  words,
  change,
  owners,
}: {
  readonly words: DetectiveWords
  readonly change: FixChange
  readonly owners: Diagnosis['owners']
}) {
  const ownerOf = useOwnerOf()
  const { code, shown, notes, cluster } = change
  const ownerIn = (text: string): Owner | null => owners[text] ?? ownerOf(text)
  return (
    <li data-change={code}>
      <p>
        <Spoken sentence={words.changes[code](change)} ownerOf={ownerIn} />
      </p>
      {shown.out.length + shown.in.length === 0 ? null : (
        <p className="fix-shown">
          {shown.stays.slice(0, MOST_SHOWN).map((text) => (
            <Shown key={text} text={text} owner={ownerIn(text)} />
          ))}
          {shown.stays.length > MOST_SHOWN ? <span aria-hidden="true">…</span> : null}
          {shown.out.map((text) => (
            <Shown key={`- ${text}`} sign="−" label={words.out} text={text} owner={ownerIn(text)} />
          ))}
          {shown.in.map((text) => (
            <Shown key={`+ ${text}`} sign="+" label={words.in} text={text} owner={ownerIn(text)} />
          ))}
        </p>
      )}
      {cluster === null ? null : (
        <p className="fix-note">
          <Spoken sentence={words.inCluster(codeChip(cluster))} ownerOf={ownerIn} />
        </p>
      )}
      {notes.map((note) => (
        <p key={note} className="fix-note">
          {words.notes[note]}
        </p>
      ))}
    </li>
  )
}

/** Of a long list more would bury what changes. */
const MOST_SHOWN = 3

/** A text that stays, goes or comes, in the colour of whose it is. */
function Shown({
  sign,
  label,
  text,
  owner,
}: {
  readonly sign?: '+' | '−'
  readonly label?: string
  readonly text: string
  readonly owner: Owner | null
}) {
  return (
    <span className="fix-text" data-sign={sign}>
      {label === undefined ? null : (
        <>
          <span aria-hidden="true">{sign}</span>
          <span className="sr-only">{label}: </span>
        </>
      )}
      {owner === null ? (
        <code>{text}</code>
      ) : (
        <AddressChip address={text} owner={owner} ghost={sign === '−'} />
      )}
    </span>
  )
}
