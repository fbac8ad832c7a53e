import type { DetectiveWords } from '../../i18n/detective-words.ts'
import type { Effect, Effects, Seen } from '../../scenario/detective/diagnosis.ts'
import { AddressChip } from '../kit/AddressChip.tsx'

/** What else a fix changes: counted, and some of it by example. */
export function EffectsOf({
  words,
  effects,
}: {
  readonly words: DetectiveWords
  readonly effects: Effects
}) {
  if (effects.changed === 0) return <p className="fix-quiet">{words.noEffects(effects)}</p>
  return (
    <details className="fix-effects" data-lost={effects.lost > 0 || undefined}>
      <summary>{words.effects(effects)}</summary>
      <ul>
        {effects.examples.map((effect) => (
          <Example key={`${effect.declared} ${effect.from} ${effect.to}`} {...{ words, effect }} />
        ))}
      </ul>
    </details>
  )
}

function Example({
  words,
  effect: { from, to, before, after },
}: {
  readonly words: DetectiveWords
  readonly effect: Effect
}) {
  return (
    <li>
      <span className="mono">
        {from} → {to}
      </span>
      <span>
        <SeenAs words={words} seen={before} /> <span aria-hidden="true">⇒</span>{' '}
        <SeenAs words={words} seen={after} />
      </span>
    </li>
  )
}

const SeenAs = ({ words, seen }: { readonly words: DetectiveWords; readonly seen: Seen }) => (
  <span className="nowrap">
    {words.verdicts[seen.kind]} <AddressChip address={seen.address} owner={seen.owner} />
  </span>
)
