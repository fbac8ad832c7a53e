import { useState } from 'react'
import { useOwnerOf } from '../../../store/owners.ts'
import { useMessages } from '../../../store/reading.ts'
import { Spoken } from '../../kit/Spoken.tsx'
import type { MissingLine } from './chain-lines.ts'
import { RuleOrigin } from './RuleOrigin.tsx'
import type { RowContext } from './row-context.ts'
import { railBelow, railDrawn } from './row-moment.ts'

/** What the configuration says and what no packet meets: a row without a number. */
export function MissingTableRow({
  line,
  context: { words, columns, onShow },
}: {
  readonly line: MissingLine
  readonly context: RowContext
}) {
  const { ui } = useMessages()
  const ownerOf = useOwnerOf()
  const [open, setOpen] = useState(false)
  const { row, because } = line.missing
  const spread = row.conditions !== ''
  const why = (
    <button type="button" className="why-ask" aria-expanded={open} onClick={() => setOpen(!open)}>
      <span className="sr-only">{words.whyNot} </span>
      <span className="why-short">{words.missing}</span>
    </button>
  )
  return (
    <>
      <tr className="rule-missing" data-depth={line.depth} data-rail={railDrawn(line, onShow)}>
        <td aria-hidden="true">–</td>
        <td className="rule-wants" colSpan={spread ? 2 : 1}>
          {row.destination === null ? (
            ui.chain.anywhere
          ) : (
            <span className="mono">{row.destination}</span>
          )}
          {spread ? <small className="mono">{row.conditions}</small> : null}
          {spread ? why : null}
        </td>
        {spread ? null : <td className="rule-why">{why}</td>}
        {columns === 5 ? <td /> : null}
        <td className="rule-target">
          <span className="action">{row.target}</span>
        </td>
      </tr>
      {open ? (
        <tr className="rule-detail" data-rail={railBelow(line, onShow)}>
          <td colSpan={columns}>
            <p>
              <Spoken sentence={words.missingBecause[because]} ownerOf={ownerOf} />
            </p>
            <RuleOrigin row={row} />
          </td>
        </tr>
      ) : null}
    </>
  )
}
