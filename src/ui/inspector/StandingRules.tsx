import { writerName } from '../../i18n/messages.ts'
import type { NodeRules } from '../../scenario/evaluation.ts'
import { useMessages, useOwnWords } from '../../store/reading.ts'
import { Printouts } from './Printouts.tsx'
import { standingText } from './standing-text.ts'

/** A node that the packet did not cross: its rules as they stand, and what its commands print. */
export function StandingRules({ rules }: { readonly rules: NodeRules }) {
  const { ui } = useMessages()
  const own = useOwnWords()
  const words = ui.panels.settings
  return (
    <>
      <details className="standing" open>
        <summary>
          {words.rulesOf(rules.node)} · {words.writtenBy(writerName(own, rules.writer))}
        </summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
        <pre tabIndex={0}>
          <code>{standingText(rules)}</code>
        </pre>
      </details>
      <Printouts printouts={rules.printouts} />
    </>
  )
}
