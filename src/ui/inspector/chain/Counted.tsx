import type { Counter } from '../../../engine/counters.ts'
import type { ChainWords } from '../../../i18n/chain-words.ts'

/** What `iptables -L -v` shows of a rule from now on. */
export function Counted({
  counter: { packets, bytes },
  words,
}: {
  readonly counter: Counter
  readonly words: ChainWords
}) {
  return (
    <small className="counted mono">
      <span aria-hidden="true">{words.counted(packets, bytes)}</span>
      <span className="sr-only">, {words.countedSpoken(packets, bytes)}</span>
    </small>
  )
}
