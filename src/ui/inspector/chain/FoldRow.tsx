import { useIsLit } from '../../../store/lit.ts'
import { useMessages } from '../../../store/reading.ts'
import type { FoldLine } from './fold-lines.ts'
import type { RowContext } from './row-context.ts'
import { moment, railDrawn } from './row-moment.ts'

/** Several rules that ended alike, in one row that opens and closes. It lights up while one of them is tried. */
export function FoldRow({
  fold,
  context,
  open,
  onToggle,
}: {
  readonly fold: FoldLine
  readonly context: RowContext
  readonly open: boolean
  readonly onToggle: () => void
}) {
  const { ui } = useMessages()
  const isLit = useIsLit()
  const lit = fold.lines.some(({ row }) => isLit(row.ref.id))
  const moments = fold.lines.map((line) => moment(line, context.onShow))
  const waiting = moments.at(-1) === 'waiting'
  const trying = moments.indexOf('now') + 1
  const words = ui.panels.inspector
  const count = fold.lines.length
  const told = fold.state === 'skipped' ? words.moreNotMatched(count) : words.moreNotReached(count)
  return (
    <tr
      className="fold"
      data-state={waiting ? 'waiting' : fold.state}
      data-depth={fold.depth}
      data-rail={railDrawn(fold, context.onShow)}
      data-shadowed={fold.lines.some(({ row }) => context.shadows.has(row.ref.id)) || undefined}
      data-lit={lit || undefined}
      aria-current={trying > 0 && !open ? 'step' : undefined}
    >
      <td>…</td>
      <td colSpan={context.columns - 1}>
        <button type="button" aria-expanded={open} onClick={onToggle}>
          {waiting ? ui.chain.more(count) : told}
        </button>
        {trying > 0 && !open ? (
          <small className="trying">{context.words.trying(trying, count)}</small>
        ) : null}
      </td>
    </tr>
  )
}
