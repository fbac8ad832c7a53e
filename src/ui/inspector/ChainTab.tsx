import type { Evaluation } from '../../scenario/evaluation.ts'
import { useEvaluation, useJourney, useMessages, usePosition } from '../../store/reading.ts'
import { Assumed } from './Assumed.tsx'
import { ChainTable } from './ChainTable.tsx'
import { HeaderChange } from './HeaderChange.tsx'
import { NotEntered } from './NotEntered.tsx'
import { Remembered } from './Remembered.tsx'
import { Suggestion } from './Suggestion.tsx'
import { Troubles } from './Troubles.tsx'
import { Why } from './Why.tsx'
import { walkOnShow } from './walk-on-show.ts'

/** One sentence that says why, the rules, before and after, what is remembered, what to try. */
export function ChainTab() {
  const evaluation = useEvaluation()
  const { ui } = useMessages()
  if (evaluation === null) return <p className="panel-note">{ui.loading}</p>
  return (
    <div className="panel">
      <Why />
      {evaluation.trace === null ? (
        <Troubles issues={evaluation.issues} />
      ) : (
        <Account evaluation={evaluation} />
      )}
    </div>
  )
}

function Account({ evaluation }: { readonly evaluation: Evaluation }) {
  const journey = useJourney()
  const position = usePosition()
  const { ui } = useMessages()
  const onShow = walkOnShow(journey, position)
  const rules = evaluation.nodes.find(({ node }) => node === onShow?.walk.node)
  return (
    <>
      {onShow === null || rules === undefined ? (
        <p className="panel-note">{ui.chain.none}</p>
      ) : (
        <>
          <ChainTable rules={rules} onShow={onShow} />
          <NotEntered rules={rules} walk={onShow.walk} />
          <HeaderChange hop={onShow.hop} done={onShow.upTo === Number.POSITIVE_INFINITY} />
        </>
      )}
      <Remembered />
      <Assumed />
      <Suggestion />
    </>
  )
}
