import type { Outcome } from '../../engine/trace.ts'
import { fateOf } from '../../i18n/fate.ts'
import type { Messages } from '../../i18n/messages.ts'
import { sentenceFor } from '../../i18n/messages.ts'
import type { Sentence } from '../../i18n/sentence.ts'
import type { Evaluation } from '../../scenario/evaluation.ts'
import type { Issue } from '../../scenario/issue.ts'
import { isBlank } from '../../store/chosen-flow.ts'
import { useOwnerOf } from '../../store/owners.ts'
import { usePlayground } from '../../store/playground.ts'
import { useEvaluation, useMessages } from '../../store/reading.ts'
import { MOOD_MARK } from '../kit/mood-mark.ts'
import { Spoken } from '../kit/Spoken.tsx'

/** What became of the packet, in a line: `Dropped at onprem-fw. Source seen: 100.65.0.50 (Pod).` */
export function Summary() {
  const messages = useMessages()
  const evaluation = useEvaluation()
  const failed = usePlayground((state) => state.run.phase === 'failed')
  const waiting = failed ? messages.ui.shell.notSent : messages.ui.loading
  const outcome = evaluation?.trace?.outcome
  return (
    <p className="summary" role="status" data-outcome={outcome?.kind} data-source={outcome?.source}>
      {evaluation === null ? (
        waiting
      ) : (
        <>
          {outcome === undefined ? null : (
            <span className="summary-mark" aria-hidden="true">
              {outcomeMark(outcome)}
            </span>
          )}
          <span>
            <SummarySentence evaluation={evaluation} />
          </span>
        </>
      )}
    </p>
  )
}

/** The same wherever one looks: what became of the packet, or why there is none. */
export function SummarySentence({ evaluation }: { readonly evaluation: Evaluation }) {
  const messages = useMessages()
  const ownerOf = useOwnerOf()
  const blank = usePlayground(({ scenario }) => isBlank(scenario.flow))
  const sentence = summaryOf(messages, evaluation, blank)
  return <Spoken sentence={sentence} ownerOf={ownerOf} />
}

function summaryOf(messages: Messages, { trace, issues }: Evaluation, blank: boolean): Sentence {
  if (trace !== null) return messages.ui.shell.summary[fateOf(trace.outcome)](trace.outcome)
  if (blank) return [messages.ui.shell.nothingSent]
  const issue = issues[0]
  return issue === undefined
    ? [messages.ui.shell.notSent]
    : sentenceFor<Issue, 'code'>(messages.issues, 'code', issue)
}

function outcomeMark({ kind, source }: Outcome): string {
  if (kind === 'dropped') return MOOD_MARK.dropped
  if (kind === 'undetermined') return MOOD_MARK.undetermined
  return source === 'translated' ? MOOD_MARK.translated : MOOD_MARK.kept
}
