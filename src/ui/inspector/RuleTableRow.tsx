import { useState } from 'react'
import { usePlayground } from '../../store/playground.ts'
import { useMessages } from '../../store/reading.ts'
import { chooseTab, lightRule } from '../../store/view-actions.ts'
import type { RowContext } from './ChainTable.tsx'
import type { RuleLine, RuleState } from './chain-lines.ts'
import { markPart } from './mark-part.ts'
import { AskOrigin, RuleNumber, RuleOrigin } from './RuleOrigin.tsx'
import { RuleWhy } from './RuleWhy.tsx'
import { moment } from './row-moment.ts'

/** One rule, and under it, once that was asked, where it is from. */
export function RuleTableRow(props: { readonly line: RuleLine; readonly context: RowContext }) {
  const [open, setOpen] = useState(false)
  const { line, context } = props
  return (
    <>
      <RuleCells {...props} open={open} onToggle={() => setOpen(!open)} />
      {open ? <RuleOrigin row={line.row} columns={context.withLines ? 5 : 4} /> : null}
    </>
  )
}

/** Its number, what it wants with the part that failed, how it went, its target. */
function RuleCells({
  line,
  context,
  open,
  onToggle,
}: {
  readonly line: RuleLine
  readonly context: RowContext
  readonly open: boolean
  readonly onToggle: () => void
}) {
  const { row, depth, rail, step } = line
  const { ui } = useMessages()
  const lit = usePlayground((state) => state.litRule === row.ref.id)
  const when = moment(step, context.onShow)
  const state = when === 'waiting' ? 'waiting' : line.state
  const decided = state === 'decided'
  // What a rule asks for besides the destination needs the width of both columns.
  const spread = row.conditions !== ''
  return (
    <tr
      className="rule"
      data-state={state}
      data-owner={decided ? context.after.srcOwner : undefined}
      data-depth={depth}
      data-rail={rail ?? undefined}
      data-lit={lit || undefined}
      aria-current={when === 'now' ? 'step' : undefined}
      onMouseEnter={() => lightRule(row.ref.id)}
      onMouseLeave={() => lightRule(null)}
    >
      <th scope="row">
        <RuleNumber row={row} open={open} onToggle={onToggle} />
      </th>
      <td className="rule-wants" colSpan={spread ? 2 : 1}>
        <Wanted line={line} tried={state === 'skipped'} />
        {row.conditions === '' ? null : <small className="mono">{row.conditions}</small>}
        {row.targetOptions === '' ? null : <small className="mono">{row.targetOptions}</small>}
        {spread ? <RuleWhy line={line} state={state} /> : null}
      </td>
      {spread ? null : <WhyCell line={line} state={state} open={open} onToggle={onToggle} />}
      {context.withLines ? (
        <td className="rule-line">
          <ConfigLine line={line} />
        </td>
      ) : null}
      <td className="rule-target">
        <span className="action">
          {row.target}
          {row.target === 'RETURN' && decided ? <span aria-hidden="true"> ↩</span> : null}
        </span>
        {decided ? <span className="sr-only">, {ui.chain.decided}</span> : null}
      </td>
    </tr>
  )
}

function WhyCell({
  line,
  state,
  open,
  onToggle,
}: {
  readonly line: RuleLine
  readonly state: RuleState | 'waiting'
  readonly open: boolean
  readonly onToggle: () => void
}) {
  return (
    <td className="rule-why">
      <RuleWhy line={line} state={state} />
      {state === 'decided' && !open ? <AskOrigin row={line.row} onAsk={onToggle} /> : null}
    </td>
  )
}

function Wanted({ line, tried }: { readonly line: RuleLine; readonly tried: boolean }) {
  const { ui } = useMessages()
  const { row, failed } = line
  if (row.destination === null) return ui.chain.anywhere
  const part = tried && failed?.field === 'destination' ? failed.part : null
  const marked = markPart(row.destination, part)
  return (
    <span className="mono">
      {marked.before}
      {marked.failed === '' ? null : <u className="failed">{marked.failed}</u>}
      {marked.after}
    </span>
  )
}

/** The way to the line of the ConfigMap that wrote the rule. */
function ConfigLine({ line: { row } }: { readonly line: RuleLine }) {
  const { ui } = useMessages()
  const { configLine, ref } = row
  if (configLine === null) return null
  const words = ui.panels.inspector
  return (
    <button
      type="button"
      className="line-link"
      aria-label={words.goToLine(configLine)}
      onFocus={() => lightRule(ref.id)}
      onBlur={() => lightRule(null)}
      onClick={() => chooseTab('config')}
    >
      {configLine}
    </button>
  )
}
