import type { CSSProperties } from 'react'
import type { ChainWords } from '../../../i18n/chain-words.ts'
import { clearStops, stopsIn, useStops } from '../../../store/breakpoints.ts'
import { show, showHop, stepByHop, stepByRule } from '../../../store/playback-actions.ts'
import { usePlayground } from '../../../store/playground.ts'
import { useJourney } from '../../../store/reading.ts'
import { Button, IconButton } from '../../kit/Button.tsx'
import { BesideConfig } from './BesideConfig.tsx'
import { BackOutIcon, IntoIcon, OverIcon } from './step-icons.tsx'
import type { WalkOnShow } from './walk-on-show.ts'
import './rule-steps.css'

/** The crank of a debugger, over the rules: into, over and back, and a slider with every row of the walk. */
export function RuleSteps({
  onShow,
  words,
}: {
  readonly onShow: WalkOnShow
  readonly words: ChainWords
}) {
  const { index, now, walk } = onShow
  const tried = walk.steps.filter((step) => 'rule' in step).length
  const isHere = now !== null
  const into = isHere ? () => stepByRule(1) : () => show({ hop: index, step: 0 })
  return (
    <div className="rule-steps">
      <section className="rule-crank" aria-label={words.stepping}>
        <IconButton label={words.backOut} keys="," onClick={() => stepByRule(-1)}>
          <BackOutIcon />
        </IconButton>
        <IconButton label={isHere ? words.into : words.stepsThrough(tried)} keys="." onClick={into}>
          <IntoIcon />
        </IconButton>
        <IconButton label={words.over} keys="→" onClick={() => stepByHop(1)}>
          <OverIcon />
        </IconButton>
        <Rows onShow={onShow} words={words} />
        <BesideConfig words={words} />
      </section>
      <Stops onShow={onShow} words={words} />
    </div>
  )
}

/** Before the first row nothing is tried, behind the last one the packet leaves. */
function Rows({
  onShow: { walk, index, now, upTo },
  words,
}: {
  readonly onShow: WalkOnShow
  readonly words: ChainWords
}) {
  const stops = useStops()
  const journey = useJourney()
  const count = walk.steps.length
  const value = now ?? (upTo < 0 ? 0 : count)
  const go = (to: number) => (to >= count ? showHop(index) : show({ hop: index, step: to }))
  const marked = stopsIn(journey, stops).filter(({ hop }) => hop === index)
  return (
    <>
      <div className="rule-track" style={{ '--done': value / count } as CSSProperties}>
        {marked.map(({ step }) => (
          <span
            key={step}
            className="rule-track-stop"
            style={{ '--at': (step ?? count) / count } as CSSProperties}
            aria-hidden="true"
          />
        ))}
        <input
          type="range"
          min={0}
          max={count}
          step={1}
          value={value}
          aria-label={words.row}
          aria-valuetext={words.atRow(Math.min(count, value + 1), count)}
          onChange={(event) => go(Number(event.target.value))}
        />
      </div>
      <span className="rule-count" aria-hidden="true">
        {`${Math.min(count, now === null ? value : now + 1)} / ${count}`}
      </span>
    </>
  )
}

/** That playing came to a stop, and the way to be rid of them all. */
function Stops({
  onShow: { walk, index, now },
  words,
}: {
  readonly onShow: WalkOnShow
  readonly words: ChainWords
}) {
  const stops = useStops()
  const journey = useJourney()
  const playing = usePlayground((state) => state.playing)
  const here = stopsIn(journey, stops).some(({ hop, step }) => hop === index && step === now)
  const step = now === null ? undefined : walk.steps[now]
  const stoppedAt = here && !playing && step !== undefined && 'rule' in step ? step.rule : null
  return (
    <div className="rule-stops" data-empty={stops.size === 0 || undefined}>
      <span role="status">
        {stoppedAt === null ? '' : words.stoppedAt(stoppedAt.line, stoppedAt.chain)}
      </span>
      {stops.size === 0 ? null : (
        <Button look="quiet" onClick={clearStops}>
          {words.clearStops(stops.size)}
        </Button>
      )}
    </div>
  )
}
