import type { MatrixCell, MatrixRow } from '../../scenario/compare/comparison.ts'
import type { FlowSpec } from '../../scenario/state.ts'
import { usePlayground } from '../../store/playground.ts'
import { sendApart } from '../../store/scenario-actions.ts'
import type { CompareContext } from './compare-context.ts'
import './matrix.css'

/** Every class of destinations under every dataplane; each cell opens its packet in the lanes. */
export function Matrix({ words, nameOf, comparison: { matrix, lanes } }: CompareContext) {
  const flow = usePlayground(({ scenario }) => scenario.flow)
  const { title, about, destination } = words.matrix
  return (
    <div className="matrix">
      <h3>{title}</h3>
      <p>{about}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="matrix-scroll" aria-label={title} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{destination}</th>
              {lanes.map(({ dataplane }) => (
                <th key={dataplane} scope="col">
                  {nameOf(dataplane)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.map((row) => (
              <tr key={row.destination} data-here={isSame(row.flow, flow) || undefined}>
                <th scope="row">{words.matrix.rows[row.destination]}</th>
                {row.cells.map((cell) => (
                  <td key={cell.dataplane}>
                    <Cell words={words} row={row} cell={cell} name={nameOf(cell.dataplane)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}

function Cell({
  words: {
    matrix: { rows, verdicts, open },
  },
  row,
  cell: { verdict, source, outcome },
  name,
}: Pick<CompareContext, 'words'> & {
  readonly row: MatrixRow
  readonly cell: MatrixCell
  readonly name: string
}) {
  const lost = outcome !== null && outcome !== 'delivered' && verdict !== 'dropped'
  return (
    <button
      type="button"
      className="verdict"
      data-verdict={verdict}
      title={source?.address}
      aria-label={open(rows[row.destination], name, verdicts[verdict])}
      onClick={() => sendApart(row.flow)}
    >
      {verdicts[verdict]}
      {lost ? <span aria-hidden="true"> ✕</span> : null}
    </button>
  )
}

const FIELDS = ['from', 'to', 'protocol', 'port', 'sourceAddress'] as const

const isSame = (a: FlowSpec, b: FlowSpec): boolean => FIELDS.every((field) => a[field] === b[field])
