import type { RuleRef } from '../../../engine/trace.ts'
import type { ChainWords } from '../../../i18n/chain-words.ts'
import { toggleStop, useIsStop } from '../../../store/breakpoints.ts'

/** The number of a rule, as the gutter of a debugger has it: pressed, playing stops there. */
export function StopButton({
  at,
  node,
  words,
}: {
  readonly at: RuleRef
  readonly node: string
  readonly words: ChainWords
}) {
  const stop = { node, rule: at.id }
  const isStop = useIsStop(stop)
  return (
    <button
      type="button"
      className="stop"
      aria-pressed={isStop}
      aria-label={words.stopAt(at.line, at.chain)}
      title={isStop ? words.stopsHere : words.stopAt(at.line, at.chain)}
      onClick={() => toggleStop(stop)}
    >
      {at.line}
    </button>
  )
}
