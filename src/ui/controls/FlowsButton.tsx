import { usePlayground } from '../../store/playground.ts'
import { useEvaluation, useMessages } from '../../store/reading.ts'

/** How many flows there are and how many of them do not make it; behind it the list. */
export function FlowsButton({
  list,
  open,
  onToggle,
}: {
  /** Id of the list. */
  readonly list: string
  readonly open: boolean
  readonly onToggle: () => void
}) {
  const { ui } = useMessages()
  const count = usePlayground(({ scenario }) => scenario.document.flows.length)
  const flows = useEvaluation()?.flows ?? []
  const lost = flows.filter(({ trace }) => trace.outcome.kind === 'dropped').length
  return (
    <button
      type="button"
      className="flows-button"
      aria-label={ui.flow.list(count, lost)}
      aria-expanded={open}
      aria-controls={list}
      onClick={onToggle}
    >
      {ui.flow.all}
      <span className="flows-count">{count}</span>
      {lost === 0 ? null : <span className="flows-lost">✕{lost}</span>}
    </button>
  )
}
