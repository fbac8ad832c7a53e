import { useMessages } from '../../../store/reading.ts'
import type { RuleLine } from './chain-lines.ts'
import { type RowState, RuleWhy } from './RuleWhy.tsx'
import type { RowContext } from './row-context.ts'

/** How it went with a rule in a word or two, which asks for the whole sentence. */
export function WhyButton({
  line,
  state,
  context: { words, shadows },
  open,
  onToggle,
}: {
  readonly line: RuleLine
  readonly state: RowState
  readonly context: RowContext
  readonly open: boolean
  readonly onToggle: () => void
}) {
  const { ui } = useMessages()
  const { id } = line.row.ref
  const shadow = shadows.get(id)
  const did = state === 'decided' || state === 'passed'
  return (
    <>
      {state === 'waiting' ? (
        <span className="sr-only">{ui.panels.inspector.notYetTried}</span>
      ) : (
        <button type="button" className="why-ask" aria-expanded={open} onClick={onToggle}>
          <span className="sr-only">{did ? words.why : words.whyNot} </span>
          <span className="why-short">
            <RuleWhy line={line} state={state} />
          </span>
        </button>
      )}
      {shadow === undefined ? null : (
        <small className="shadowed-by">{words.shadowed(shadow)}</small>
      )}
    </>
  )
}
