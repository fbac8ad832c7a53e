import { useState } from 'react'
import type { Header } from '../../engine/trace.ts'
import type { UiText } from '../../i18n/ui.en.ts'
import type { NodeRules } from '../../scenario/evaluation.ts'
import { useMessages } from '../../store/reading.ts'
import { type ChainLine, chainLines, firstChain } from './chain-lines.ts'
import { FoldRow } from './FoldRow.tsx'
import { foldLines } from './fold-lines.ts'
import { RuleTableRow } from './RuleTableRow.tsx'
import { TurnRow } from './TurnRow.tsx'
import type { WalkOnShow } from './walk-on-show.ts'
import './chain.css'

/** What a row needs to know besides its line. */
export interface RowContext {
  readonly onShow: WalkOnShow
  /** The packet as it leaves the chain: its source's owner colours the deciding rule. */
  readonly after: Header
  /** Does any rule come from a line of the ConfigMap? Then there is a column for it. */
  readonly withLines: boolean
}

/** The chains of a node, read like a page: every rule tried, the one that decides, the way back. */
export function ChainTable({
  rules,
  onShow,
}: {
  readonly rules: NodeRules
  readonly onShow: WalkOnShow
}) {
  const { ui } = useMessages()
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const lines = chainLines(rules, onShow.walk)
  const withLines = lines.some((line) => line.kind === 'rule' && line.row.configLine !== null)
  const context: RowContext = { onShow, after: onShow.hop.after, withLines }
  const count = lines.filter(({ kind }) => kind === 'rule').length
  return (
    <table className="chain" data-empty={count === 0 || undefined}>
      <caption>
        {titleOf(onShow, ui)}
        <span className="chain-count">{ui.chain.rules(count)}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col" aria-label={ui.chain.line}>
            #
          </th>
          <th scope="col">{ui.chain.destination}</th>
          <th scope="col">{ui.chain.why}</th>
          {withLines ? (
            <th scope="col" className="chain-line">
              <abbr title={ui.config.label}>{ui.panels.inspector.line}</abbr>
            </th>
          ) : null}
          <th scope="col">{ui.chain.target}</th>
        </tr>
      </thead>
      <tbody>
        {foldLines(lines).flatMap((line) => {
          if (line.kind !== 'fold') return <Row key={line.key} line={line} context={context} />
          const open = opened.has(line.key)
          return [
            <FoldRow
              key={line.key}
              fold={line}
              context={context}
              open={open}
              onToggle={() => setOpened(toggled(opened, line.key))}
            />,
            ...(open ? line.lines : []).map((each) => (
              <Row key={each.key} line={each} context={context} />
            )),
          ]
        })}
      </tbody>
    </table>
  )
}

function titleOf({ walk }: WalkOnShow, { chain, panels }: UiText): string {
  const first = firstChain(walk)
  return walk.hook === 'TC_EGRESS'
    ? panels.settings.programTitle(walk.node, first)
    : chain.title(walk.node, first)
}

function Row({ line, context }: { readonly line: ChainLine; readonly context: RowContext }) {
  return line.kind === 'rule' ? (
    <RuleTableRow line={line} context={context} />
  ) : (
    <TurnRow line={line} context={context} />
  )
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const others = new Set(keys)
  return others.delete(key) ? others : others.add(key)
}
