import { useState } from 'react'
import { useIsLit } from '../../../store/lit.ts'
import { useMessages } from '../../../store/reading.ts'
import { chooseTab, lightRule } from '../../../store/view-actions.ts'
import { Counted } from './Counted.tsx'
import type { RuleLine } from './chain-lines.ts'
import { markPart } from './mark-part.ts'
import { RuleDetail } from './RuleDetail.tsx'
import type { RowState } from './RuleWhy.tsx'
import type { RowContext } from './row-context.ts'
import { moment, railDrawn } from './row-moment.ts'
import { StopButton } from './StopButton.tsx'
import { WhyButton } from './WhyButton.tsx'

/** One rule, and under it, once that was asked, why it did or did not decide and where it is from. */
export function RuleTableRow(props: { readonly line: RuleLine; readonly context: RowContext }) {
  const [open, setOpen] = useState(false)
  const { line, context } = props
  const state = stateOf(line, context)
  return (
    <>
      <RuleCells {...props} state={state} open={open} onToggle={() => setOpen(!open)} />
      {open ? <RuleDetail line={line} state={state} context={context} /> : null}
    </>
  )
}

function stateOf(line: RuleLine, { onShow }: RowContext): RowState {
  return moment(line, onShow) === 'waiting' ? 'waiting' : line.state
}

/** Its number, what it wants with the part that failed, how it went, its target. */
function RuleCells({
  line,
  context,
  state,
  open,
  onToggle,
}: {
  readonly line: RuleLine
  readonly context: RowContext
  readonly state: RowState
  readonly open: boolean
  readonly onToggle: () => void
}) {
  const { row, depth } = line
  const { onShow, words } = context
  const lit = useIsLit()(row.ref.id)
  const decided = state === 'decided'
  // What a rule asks for besides the destination needs the width of both columns.
  const spread = row.conditions !== ''
  const why = (
    <WhyButton line={line} state={state} context={context} open={open} onToggle={onToggle} />
  )
  return (
    <tr
      className="rule"
      data-state={state}
      data-owner={decided ? context.after.srcOwner : undefined}
      data-depth={depth}
      data-rail={railDrawn(line, onShow)}
      data-shadowed={context.shadows.has(row.ref.id) || undefined}
      data-lit={lit || undefined}
      aria-current={moment(line, onShow) === 'now' ? 'step' : undefined}
      onMouseEnter={() => lightRule(row.ref.id)}
      onMouseLeave={() => lightRule(null)}
      onFocus={() => lightRule(row.ref.id)}
      onBlur={() => lightRule(null)}
    >
      <th scope="row">
        <StopButton at={row.ref} node={onShow.walk.node} words={words} />
      </th>
      <td className="rule-wants" colSpan={spread ? 2 : 1}>
        <Wanted line={line} tried={state === 'skipped'} />
        {spread ? <small className="mono">{row.conditions}</small> : null}
        {row.targetOptions === '' ? null : <small className="mono">{row.targetOptions}</small>}
        {spread ? why : null}
      </td>
      {spread ? null : <td className="rule-why">{why}</td>}
      {context.columns === 5 ? (
        <td className="rule-line">
          <ConfigLine line={line} />
        </td>
      ) : null}
      <Target line={line} state={state} context={context} />
    </tr>
  )
}

function Target({
  line: { row, step },
  state,
  context,
}: {
  readonly line: RuleLine
  readonly state: RowState
  readonly context: RowContext
}) {
  const { ui } = useMessages()
  const decided = state === 'decided'
  const counter = step === null || state === 'waiting' ? null : (context.counted[step] ?? null)
  return (
    <td className="rule-target">
      <span className="action">
        {row.target}
        {row.target === 'RETURN' && decided ? <span aria-hidden="true"> ↩</span> : null}
      </span>
      {decided ? <span className="sr-only">, {ui.chain.decided}</span> : null}
      {counter === null ? null : <Counted counter={counter} words={context.words} />}
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
  const { configLine } = row
  if (configLine === null) return null
  const words = ui.panels.inspector
  return (
    <button
      type="button"
      className="line-link"
      aria-label={words.goToLine(configLine)}
      onClick={() => chooseTab('config')}
    >
      {configLine}
    </button>
  )
}
