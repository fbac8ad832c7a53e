import { use, useId } from 'react'
import type { SenderWords } from '../../i18n/detective-words.ts'
import { loadPathWords } from '../../i18n/load-path-words.ts'
import { sentenceFor } from '../../i18n/messages.ts'
import type { PathWords } from '../../i18n/path-words.ts'
import type { Sentence } from '../../i18n/sentence.ts'
import type {
  Proof,
  SenderCell,
  SenderComparison,
} from '../../scenario/detective/sender-comparison.ts'
import { useOwnerOf } from '../../store/owners.ts'
import { useMessages } from '../../store/reading.ts'
import { AddressChip } from '../kit/AddressChip.tsx'
import { Spoken } from '../kit/Spoken.tsx'
import { PATH_MARK } from '../path/path-marks.ts'
import './senders.css'

/** Why does the node connect and the Pod not? Both, question by question, and what that proves. */
export function Senders({
  words,
  compared,
}: {
  readonly words: SenderWords
  readonly compared: SenderComparison
}) {
  const { language } = useMessages()
  const path = use(loadPathWords(language))
  const title = useId()
  const own = ownersIn(compared)
  const ownerOnMap = useOwnerOf()
  const ownerOf = (address: string) => own.get(address) ?? ownerOnMap(address)
  const table = words.proofs((step) => path.steps[step].name)
  const { parted, finding, proves, provesNot } = compared
  const proofs = (list: readonly Proof[]): readonly Sentence[] =>
    list.map((proof) => sentenceFor<Proof, 'code'>(table, 'code', proof))
  return (
    <section className="senders" aria-labelledby={title} data-finding={finding}>
      <h3 id={title}>{words.title(compared)}</h3>
      <p>
        <Spoken sentence={words.about[finding](compared)} ownerOf={ownerOf} />
        {parted === null ? null : <strong> {words.parted(path.steps[parted].name)}</strong>}
      </p>
      <Questions words={words} path={path} compared={compared} />
      <Proofs title={words.proves} sentences={proofs(proves)} ownerOf={ownerOf} />
      <Proofs title={words.provesNot} sentences={proofs(provesNot)} ownerOf={ownerOf} />
    </section>
  )
}

const ownersIn = ({ senders }: SenderComparison) =>
  new Map(senders.map(({ outcome: { seenAs } }) => [seenAs.address, seenAs.owner]))

function Questions({
  words,
  path,
  compared: { senders, rows, parted },
}: {
  readonly words: SenderWords
  readonly path: PathWords
  readonly compared: SenderComparison
}) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.step}</th>
          {senders.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ step, cells }) => (
          <tr key={step} data-parted={step === parted || undefined}>
            <th scope="row">{path.steps[step].name}</th>
            {cells.map((cell, i) => (
              <td key={senders[i]?.name} data-state={cell.state}>
                <Cell path={path} cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Cell = ({
  path,
  cell: { state, source },
}: {
  readonly path: PathWords
  readonly cell: SenderCell
}) => (
  <>
    <span className="senders-mark" aria-hidden="true">
      {PATH_MARK[state]}
    </span>
    <span className="sr-only">{path.states[state]}</span>
    {source === null ? null : <AddressChip address={source.address} owner={source.owner} />}
  </>
)

function Proofs({
  title,
  sentences,
  ownerOf,
}: {
  readonly title: string
  readonly sentences: readonly Sentence[]
  readonly ownerOf: Parameters<typeof Spoken>[0]['ownerOf']
}) {
  if (sentences.length === 0) return null
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {sentences.map((sentence) => (
          <li key={JSON.stringify(sentence)}>
            <Spoken sentence={sentence} ownerOf={ownerOf} />
          </li>
        ))}
      </ul>
    </>
  )
}
