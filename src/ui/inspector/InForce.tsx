import type { Evaluation, RuleRow } from '../../scenario/evaluation.ts'
import { useOwnerOf } from '../../store/owners.ts'
import { usePlayground } from '../../store/playground.ts'
import { useMessages } from '../../store/reading.ts'
import { NO_RULES, useRuleBook } from '../../store/rule-book.ts'
import { lightRule } from '../../store/view-actions.ts'
import { Spoken } from '../kit/Spoken.tsx'
import { decidingRow } from './deciding-row.ts'
import { ruleOfRange } from './rule-of-range.ts'

const LINK_LOCAL = '169.254.0.0/16'

/** The configuration that the rules were written from, which need not be the text above it. */
export function InForce({ evaluation }: { readonly evaluation: Evaluation }) {
  const { ui } = useMessages()
  const ownerOf = useOwnerOf()
  const rules = useRuleBook() ?? NO_RULES
  const { config, switches } = evaluation
  const words = ui.panels.editor
  if (switches.agent?.runs === false) {
    return (
      <section className="in-force">
        <h2>{ui.config.inForce}</h2>
        <p>{words.noAgent}</p>
      </section>
    )
  }
  const decided = decidingRow(evaluation.trace, rules)?.ref.id ?? null
  const linkLocal = config.masqLinkLocal ? words.linkLocalMasqueraded : words.linkLocalKept
  return (
    <section className="in-force">
      <h2>
        {ui.config.inForce}
        {config.rangesAreDefaults ? ` · ${ui.config.defaults}` : ''}
      </h2>
      <p>{words.keptRanges}</p>
      {config.ranges.length === 0 ? <p>{words.noneKept}</p> : null}
      <ol>
        {config.ranges.map(({ cidr }, i) => (
          <RangeInForce
            // biome-ignore lint/suspicious/noArrayIndexKey: a list may hold one range twice
            key={i}
            cidr={cidr}
            rule={ruleOfRange(rules, i)}
            decided={decided}
          />
        ))}
      </ol>
      <p>
        <Spoken sentence={linkLocal(LINK_LOCAL)} ownerOf={ownerOf} />
      </p>
      {config.using === null ? null : (
        <details>
          <summary>{ui.config.using}</summary>
          <pre>
            <code>{config.using}</code>
          </pre>
        </details>
      )}
    </section>
  )
}

function RangeInForce({
  cidr,
  rule,
  decided,
}: {
  readonly cidr: string
  readonly rule: RuleRow | null
  readonly decided: string | null
}) {
  const { ui } = useMessages()
  const id = rule?.ref.id ?? null
  const lit = usePlayground((state) => id !== null && state.litRule === id)
  const here = id !== null && id === decided
  return (
    <li
      data-lit={lit || undefined}
      data-decided={here || undefined}
      onMouseEnter={() => lightRule(id)}
      onMouseLeave={() => lightRule(null)}
    >
      <span className="mono">{cidr}</span>
      {here ? <small>{ui.panels.editor.decidedHere}</small> : null}
    </li>
  )
}
