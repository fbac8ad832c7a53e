import { Suspense } from 'react'
import type { NodeRules, RuleBook } from '../../scenario/evaluation.ts'
import { useEvaluation, useJourney, useMessages, usePosition } from '../../store/reading.ts'
import { askForNode, useAskedNode, useRuleBook } from '../../store/rule-book.ts'
import { Choice } from '../kit/Choice.tsx'
import { Assumed } from './Assumed.tsx'
import { ChainTable } from './chain/ChainTable.tsx'
import { NotEntered } from './chain/NotEntered.tsx'
import { type WalkOnShow, walkOnShow } from './chain/walk-on-show.ts'
import { HeaderChange } from './HeaderChange.tsx'
import { Printouts } from './Printouts.tsx'
import { Remembered } from './Remembered.tsx'
import { StandingRules } from './StandingRules.tsx'
import { Suggestion } from './Suggestion.tsx'
import { Troubles } from './Troubles.tsx'
import { Why } from './Why.tsx'

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
        <Suspense fallback={<p className="panel-note">{ui.loading}</p>}>
          <Rules />
        </Suspense>
      )}
    </div>
  )
}

function Rules() {
  const { ui } = useMessages()
  const book = useRuleBook()
  return book === null ? <p className="panel-note">{ui.loading}</p> : <Account book={book} />
}

function Account({ book }: { readonly book: RuleBook }) {
  const journey = useJourney()
  const position = usePosition()
  const chosen = useAskedNode()
  const onShow = walkOnShow(journey, position)
  const { nodes, differing } = book
  const walked = nodes.find(({ node }) => node === onShow?.walk.node) ?? null
  const elsewhere = nodes.find(({ node }) => node === chosen && node !== walked?.node) ?? null
  return (
    <>
      {differing.length > 0 ? (
        <NodeChoice nodes={differing} walked={walked} chosen={elsewhere} onChoose={askForNode} />
      ) : null}
      {elsewhere === null ? (
        <Walked onShow={onShow} rules={walked} />
      ) : (
        <StandingRules rules={elsewhere} />
      )}
      <Remembered />
      <Assumed />
      <Suggestion />
    </>
  )
}

function Walked({
  onShow,
  rules,
}: {
  readonly onShow: WalkOnShow | null
  readonly rules: NodeRules | null
}) {
  const { ui } = useMessages()
  if (onShow === null || rules === null) return <p className="panel-note">{ui.chain.none}</p>
  return (
    <>
      <ChainTable rules={rules} onShow={onShow} />
      <NotEntered rules={rules} walk={onShow.walk} />
      <HeaderChange hop={onShow.hop} done={onShow.upTo === Number.POSITIVE_INFINITY} />
      <Printouts printouts={rules.printouts} />
    </>
  )
}

/** Nodes need not have the same rules: those of another can be read too. */
function NodeChoice({
  nodes,
  walked,
  chosen,
  onChoose,
}: {
  readonly nodes: readonly string[]
  readonly walked: NodeRules | null
  readonly chosen: NodeRules | null
  readonly onChoose: (node: string) => void
}) {
  const { ui } = useMessages()
  const words = ui.panels.settings
  return (
    <Choice
      label={words.node}
      showLabel
      options={nodes.map((node) => ({
        id: node,
        label: node === walked?.node ? words.followsPacket(node) : node,
      }))}
      chosen={chosen?.node ?? walked?.node ?? ''}
      onChoose={onChoose}
    />
  )
}
