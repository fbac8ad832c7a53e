import { type CSSProperties, useEffect, useRef } from 'react'
import { stopsIn, useStops } from '../../store/breakpoints.ts'
import { type JourneyHop, progress } from '../../store/journey.ts'
import { useLitHops } from '../../store/lit.ts'
import { showHop } from '../../store/playback-actions.ts'
import { useJourney, useMessages, usePosition } from '../../store/reading.ts'
import { useHopName } from '../hops/use-hop-name.ts'
import { onEveryFrame } from './clock.ts'

/** The journey as a line with a dot for each hop: a native slider underneath. */
export function Scrubber() {
  const { ui } = useMessages()
  const journey = useJourney()
  const { hop } = usePosition()
  const nameOf = useHopName()
  const track = useRef<HTMLDivElement>(null)
  const last = Math.max(1, journey.length - 1)
  const here = journey[hop]
  const reply = journey.find(({ leg, index }) => leg === 'reply' && index > 0)
  const at = useStops()
  const stops = new Set(stopsIn(journey, at).map((stop) => stop.hop))
  const lit = useLitHops()

  useEffect(
    () =>
      onEveryFrame((happening) => {
        const share = happening?.frame.kind === 'travel' ? happening.share : 0
        track.current?.style.setProperty('--done', String((hop + share) / last))
      }),
    [hop, last],
  )

  return (
    <div className="scrubber">
      <span className="scrubber-count" aria-hidden="true">
        {journey.length === 0 ? '' : `${hop + 1} / ${journey.length}`}
      </span>
      <div ref={track} className="scrubber-track">
        <div className="scrubber-dots" aria-hidden="true">
          {journey.map((each) => (
            <Dot
              key={each.index}
              hop={each}
              at={each.index / last}
              now={hop}
              stops={stops.has(each.index)}
              lit={lit.includes(each.index)}
            />
          ))}
          {reply === undefined ? null : (
            <span
              className="scrubber-reply"
              style={{ '--at': (reply.index - 0.5) / last } as CSSProperties}
            >
              {ui.hops.reply}
            </span>
          )}
        </div>
        <input
          type="range"
          min={0}
          max={Math.max(0, journey.length - 1)}
          step={1}
          value={hop}
          disabled={journey.length === 0}
          aria-label={ui.playback.scrub}
          aria-valuetext={
            here === undefined
              ? undefined
              : `${ui.playback.step(hop + 1, journey.length)}: ${nameOf(here.hop)}`
          }
          onChange={(event) => showHop(Number(event.target.value))}
        />
      </div>
    </div>
  )
}

function Dot({
  hop: { index, leg, hop },
  at,
  now,
  stops,
  lit,
}: {
  readonly hop: JourneyHop
  readonly at: number
  readonly now: number
  /** Playing stops at one of its rules. */
  readonly stops: boolean
  readonly lit: boolean
}) {
  return (
    <span
      className="scrubber-dot"
      data-leg={leg}
      data-mood={hop.mood}
      data-state={progress(index, now)}
      data-stops={stops || undefined}
      data-lit={lit || undefined}
      style={{ '--at': at } as CSSProperties}
    />
  )
}
