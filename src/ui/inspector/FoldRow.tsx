import { usePlayground } from '../../store/playground.ts'
import { useMessages } from '../../store/reading.ts'
import type { RowContext } from './ChainTable.tsx'
import type { FoldLine } from './fold-lines.ts'
import { moment } from './row-moment.ts'

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
  const lit = usePlayground((state) => fold.lines.some(({ row }) => row.ref.id === state.litRule))
  const moments = fold.lines.map(({ step }) => moment(step, context.onShow))
  const waiting = moments.at(-1) === 'waiting'
  const words = ui.panels.inspector
  const count = fold.lines.length
  const told = fold.state === 'skipped' ? words.moreNotMatched(count) : words.moreNotReached(count)
  return (
    <tr
      className="fold"
      data-state={waiting ? 'waiting' : fold.state}
      data-depth={fold.depth}
      data-rail={fold.rail ?? undefined}
      data-lit={lit || undefined}
      aria-current={moments.includes('now') ? 'step' : undefined}
    >
      <td>…</td>
      <td colSpan={context.withLines ? 4 : 3}>
        <button type="button" aria-expanded={open} onClick={onToggle}>
          {waiting ? ui.chain.more(count) : told}
        </button>
      </td>
    </tr>
  )
}
