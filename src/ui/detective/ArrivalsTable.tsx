import { useRef, useState } from 'react'
import { type ArrivalsWords, destinationText, serviceText } from '../../i18n/arrivals-words.ts'
import type { Arrival } from '../../scenario/arrivals/arrival.ts'
import { AddressChip } from '../kit/AddressChip.tsx'
import { Button } from '../kit/Button.tsx'
import { copyField } from '../share/copy-field.ts'
import { Copied } from './Copied.tsx'
import { TABLE_FORMATS, type TableFormat, tableText } from './table-text.ts'

const COLUMNS = ['flow', 'far', 'source', 'ranges', 'destination', 'service', 'allowed'] as const

/** A row for each flow that arrives, and the same as text to take along. */
export function ArrivalsTable({
  words,
  arrivals,
}: {
  readonly words: ArrivalsWords
  readonly arrivals: readonly Arrival[]
}) {
  return (
    <>
      <div className="arrivals-scroll">
        <table>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {words.columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {arrivals.map((arrival) => (
              <Row key={arrival.flow} words={words} arrival={arrival} />
            ))}
          </tbody>
        </table>
      </div>
      <CopyTable words={words} arrivals={arrivals} />
    </>
  )
}

function Row({ words, arrival }: { readonly words: ArrivalsWords; readonly arrival: Arrival }) {
  const { flow, far, source, ranges, because, destination, allowed } = arrival
  return (
    <tr data-allowed={allowed.state}>
      <th scope="row" className="mono">
        {flow}
      </th>
      <td className="mono">{words.farName(far)}</td>
      <td>
        <AddressChip address={source.address} owner={source.owner} />
      </td>
      <td>
        {ranges.map((range) => (
          <AddressChip key={range} address={range} owner={source.owner} />
        ))}
        <small>{words.because[because]}</small>
      </td>
      <td className="mono">{destinationText(destination)}</td>
      <td className="mono nowrap">{serviceText(arrival)}</td>
      <td className="arrivals-allowed">{words.allowed(allowed)}</td>
    </tr>
  )
}

/** In the order of the columns; the exact address and the range apart, as a spreadsheet wants them. */
const cellsOf = (words: ArrivalsWords, arrival: Arrival): readonly string[] => [
  arrival.flow,
  words.farName(arrival.far),
  arrival.source.address,
  arrival.ranges.join(', '),
  destinationText(arrival.destination),
  serviceText(arrival),
  words.allowed(arrival.allowed),
]

function CopyTable({
  words,
  arrivals,
}: {
  readonly words: ArrivalsWords
  readonly arrivals: readonly Arrival[]
}) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [copied, setCopied] = useState<boolean | null>(null)
  const heads = COLUMNS.map((column) => words.columns[column])
  const rows = [heads, ...arrivals.map((arrival) => cellsOf(words, arrival))]
  const copy = async (format: TableFormat): Promise<void> => {
    if (field.current === null) return
    field.current.value = tableText(rows, format)
    setCopied(await copyField(field.current))
  }
  return (
    <div className="arrivals-copy">
      {TABLE_FORMATS.map((format) => (
        <Button key={format} onClick={() => void copy(format)}>
          {words.copyAs(format)}
        </Button>
      ))}
      <Copied words={words} well={copied} />
      <textarea ref={field} readOnly aria-hidden="true" tabIndex={-1} className="sr-only" />
    </div>
  )
}
