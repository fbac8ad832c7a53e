import { Suspense } from 'react'
import { pause, play, setSpeed, showEnd, showHop, stepByHop } from '../../store/playback-actions.ts'
import { SPEEDS, usePlayground } from '../../store/playground.ts'
import { useJourney, useMessages, usePosition } from '../../store/reading.ts'
import { IconButton } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { BackIcon, FirstIcon, ForwardIcon, LastIcon, PauseIcon, PlayIcon } from '../kit/icons.tsx'
import { JumpToResult } from './JumpToResult.tsx'
import { Scrubber } from './Scrubber.tsx'
import { walkByKey } from './walk-by-key.ts'
import './transport.css'

/** The crank: play, pause, step, scrub, speed. */
export function Transport() {
  const { ui } = useMessages()
  const journey = useJourney()
  const { hop } = usePosition()
  const playing = usePlayground((state) => state.playing)
  const speed = usePlayground((state) => state.speed)
  const nothing = journey.length === 0
  const atEnd = hop >= journey.length - 1

  return (
    <section className="transport" aria-label={ui.playback.label} onKeyDown={walkByKey}>
      <div className="transport-buttons">
        <IconButton
          label={ui.playback.first}
          keys="Home"
          disabled={nothing}
          onClick={() => showHop(0)}
        >
          <FirstIcon />
        </IconButton>
        <IconButton
          label={ui.playback.back}
          keys="←"
          disabled={nothing}
          onClick={() => stepByHop(-1)}
        >
          <BackIcon />
        </IconButton>
        <IconButton
          look="primary"
          label={playLabel(ui.playback, playing, atEnd)}
          keys="Space"
          disabled={nothing}
          onClick={playing ? pause : play}
        >
          {playing ? <PauseIcon /> : <PlayIcon />}
        </IconButton>
        <IconButton
          label={ui.playback.forward}
          keys="→"
          disabled={nothing}
          onClick={() => stepByHop(1)}
        >
          <ForwardIcon />
        </IconButton>
        <IconButton label={ui.playback.last} keys="End" disabled={nothing} onClick={showEnd}>
          <LastIcon />
        </IconButton>
      </div>
      <Scrubber />
      <Suspense>
        <JumpToResult />
      </Suspense>
      <Choice
        label={ui.playback.speed}
        options={SPEEDS.map((each) => ({ id: String(each), label: `${each}×` }))}
        chosen={String(speed)}
        onChoose={(id) => {
          const next = SPEEDS.find((each) => String(each) === id)
          if (next !== undefined) setSpeed(next)
        }}
      />
    </section>
  )
}

function playLabel(
  words: { readonly play: string; readonly pause: string; readonly replay: string },
  playing: boolean,
  atEnd: boolean,
): string {
  if (playing) return words.pause
  return atEnd ? words.replay : words.play
}
