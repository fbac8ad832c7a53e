import { use, useState } from 'react'
import { loadChainWords } from '../../../i18n/load-chain-words.ts'
import type { UiText } from '../../../i18n/ui.en.ts'
import type { NodeRules } from '../../../scenario/evaluation.ts'
import { isStop, useStops } from '../../../store/breakpoints.ts'
import { useChainFacts } from '../../../store/chain-facts.ts'
import { usePlayground } from '../../../store/playground.ts'
import { useMessages } from '../../../store/reading.ts'
import { chainKeys } from './chain-keys.ts'
import { type ChainLine, chainLines, firstChain, missingElsewhere } from './chain-lines.ts'
import { FoldRow } from './FoldRow.tsx'
import { type FoldLine, foldLines } from './fold-lines.ts'
import { MissingChains } from './MissingChains.tsx'
import { MissingTableRow } from './MissingTableRow.tsx'
import { RuleSteps } from './RuleSteps.tsx'
import { RuleTableRow } from './RuleTableRow.tsx'
import { factsOf, type RowContext } from './row-context.ts'
import { TurnRow } from './TurnRow.tsx'
import { Walker } from './Walker.tsx'
import type { WalkOnShow } from './walk-on-show.ts'
import './chain.css'
import './chain-states.css'

/** The chains of a node, read like a page: every rule tried, the one that decides, the way back. */
export function ChainTable({
  rules,
  onShow,
}: {
  readonly rules: NodeRules
  readonly onShow: WalkOnShow
}) {
  const { ui, language } = useMessages()
  const words = use(loadChainWords(language))
  const facts = useChainFacts()
  const stops = useStops()
  const { walk } = onShow
  const missing = facts?.nodes.find(({ node }) => node === walk.node)?.missing ?? []
  const lines = chainLines(rules, walk, missing)
  const withLines = lines.some((line) => line.kind === 'rule' && line.row.configLine !== null)
  const context: RowContext = {
    ...{ onShow, words, after: onShow.hop.after, columns: withLines ? 5 : 4 },
    ...factsOf(facts, onShow),
  }
  const count = lines.filter(({ kind }) => kind === 'rule').length
  const folded = foldLines(lines, ({ row }) => isStop(stops, { node: walk.node, rule: row.ref.id }))
  return (
    <section className="chain-frame" aria-label={ui.chain.label} onKeyDown={chainKeys}>
      <RuleSteps onShow={onShow} words={words} />
      <table className="chain" data-empty={count === 0 || undefined}>
        <caption>
          {titleOf(onShow, ui)}
          <span className="chain-count">{ui.chain.rules(count)}</span>
        </caption>
        <Head columns={context.columns} />
        <tbody>
          {folded.map((line) =>
            line.kind === 'fold' ? (
              <Folded key={line.key} fold={line} context={context} />
            ) : (
              <Row key={line.key} line={line} context={context} />
            ),
          )}
        </tbody>
      </table>
      <Walker onShow={onShow} />
      <MissingChains chains={missingElsewhere(lines, missing)} words={words} />
    </section>
  )
}

function Head({ columns }: Pick<RowContext, 'columns'>) {
  const { ui } = useMessages()
  return (
    <thead>
      <tr>
        <th scope="col" aria-label={ui.chain.line}>
          #
        </th>
        <th scope="col">{ui.chain.destination}</th>
        <th scope="col">{ui.chain.why}</th>
        {columns === 5 ? (
          <th scope="col" className="chain-line">
            <abbr title={ui.config.label}>{ui.panels.inspector.line}</abbr>
          </th>
        ) : null}
        <th scope="col">{ui.chain.target}</th>
      </tr>
    </thead>
  )
}

/** Whoever stands still inside of a fold has it open, and keeps it so. */
function Folded({ fold, context }: { readonly fold: FoldLine; readonly context: RowContext }) {
  const [chosen, setChosen] = useState<boolean | null>(null)
  const playing = usePlayground((state) => state.playing)
  const { now } = context.onShow
  const inside = !playing && now !== null && fold.lines.some(({ step }) => step === now)
  if (inside && chosen === null) setChosen(true)
  const open = chosen ?? inside
  return (
    <>
      <FoldRow fold={fold} context={context} open={open} onToggle={() => setChosen(!open)} />
      {open
        ? fold.lines.map((line) => <RuleTableRow key={line.key} line={line} context={context} />)
        : null}
    </>
  )
}

function Row({ line, context }: { readonly line: ChainLine; readonly context: RowContext }) {
  switch (line.kind) {
    case 'rule':
      return <RuleTableRow line={line} context={context} />
    case 'missing':
      return <MissingTableRow line={line} context={context} />
    default:
      return <TurnRow line={line} context={context} />
  }
}

function titleOf({ walk }: WalkOnShow, { chain, panels }: UiText): string {
  const first = firstChain(walk)
  return walk.hook === 'TC_EGRESS'
    ? panels.settings.programTitle(walk.node, first)
    : chain.title(walk.node, first)
}
