import type { AllFlowsWords } from '../../i18n/all-flows/all-flows-words.ts'
import { fateOf } from '../../i18n/fate.ts'
import { placeNamer } from '../../i18n/place-name.ts'
import { partText } from '../../i18n/sentence.ts'
import { sendAllAgain, showAllFlows } from '../../store/all-flows.ts'
import { chooseFlow } from '../../store/flow-actions.ts'
import { useMessages } from '../../store/reading.ts'
import { Button } from '../kit/Button.tsx'
import { MOOD_MARK } from '../kit/mood-mark.ts'
import type { Motion } from './motions.ts'

/** Which number is which flow, and what becomes of it; each leads to that flow alone. */
export function FlowLegend({
  motions,
  words,
  onPoint,
}: {
  readonly motions: readonly Motion[]
  readonly words: AllFlowsWords
  /** Told which flow is pointed at or has the focus; null: none any more. */
  readonly onPoint: (flow: string | null) => void
}) {
  return (
    <section className="flow-legend" aria-label={words.title}>
      <ul>
        {motions.map((motion) => (
          <li key={motion.name}>
            <LegendRow motion={motion} words={words} onPoint={onPoint} />
          </li>
        ))}
      </ul>
      <Button look="quiet" onClick={sendAllAgain}>
        {words.again}
      </Button>
    </section>
  )
}

function LegendRow({
  motion: { number, name, outcome },
  words,
  onPoint,
}: {
  readonly motion: Motion
  readonly words: AllFlowsWords
  readonly onPoint: (flow: string | null) => void
}) {
  const { names } = useMessages()
  const { internet, metadata } = names.places
  const fate = fateOf(outcome)
  const at = partText(placeNamer({ internet, metadata })(outcome.by))
  const said = fate === 'delivered' ? names.outcomes[fate] : words.at(names.outcomes[fate], at)
  return (
    <button
      type="button"
      aria-label={words.only(number, name, said)}
      title={said}
      onPointerEnter={() => onPoint(name)}
      onPointerLeave={() => onPoint(null)}
      onFocus={() => onPoint(name)}
      onBlur={() => onPoint(null)}
      onClick={() => {
        showAllFlows(false)
        chooseFlow(name)
      }}
    >
      <span className="flow-number" data-owner={outcome.seenAs.owner}>
        {number}
      </span>
      <span className="flow-name">{name}</span>
      <span className="flow-said" data-fate={fate}>
        {MOOD_MARK[outcome.kind]}
      </span>
    </button>
  )
}
