import { spotText } from '../../scenario/probe/spot.ts'
import { pickSpot, putProbe, takeProbe, useProbes } from '../../store/probes.ts'
import { useEvaluation } from '../../store/reading.ts'
import { IconButton } from '../kit/Button.tsx'
import { CloseIcon } from '../kit/icons.tsx'
import { AfterOthers } from './AfterOthers.tsx'
import { ChecksButton } from './ChecksButton.tsx'
import { ProbeCard } from './ProbeCard.tsx'
import { SpotChoice } from './SpotChoice.tsx'
import { useProbeWords } from './use-probe-words.ts'
import './probe-dock.css'

/** The terminals at the probes, side by side; not there while there are none. */
export function ProbeDock() {
  const spots = useProbes((state) => state.spots)
  const picking = useProbes((state) => state.picking)
  return spots.length === 0 && !picking ? null : <Opened />
}

function Opened() {
  const words = useProbeWords()
  const spots = useProbes((state) => state.spots)
  const evaluation = useEvaluation()
  const close = (): void => {
    pickSpot(false)
    for (const spot of spots) takeProbe(spot)
  }
  return (
    <section className="probe-dock" aria-label={words.title}>
      <header>
        <h2>{words.title}</h2>
        {evaluation === null ? null : <SpotChoice map={evaluation.map} onChoose={putProbe} />}
        <AfterOthers />
        <ChecksButton />
        <IconButton look="quiet" label={words.takeAllAway} onClick={close}>
          <CloseIcon />
        </IconButton>
      </header>
      {spots.length === 0 ? (
        <p className="probe-pick" role="status">
          {words.pick}
        </p>
      ) : (
        <div className="probe-cards">
          {spots.map((spot, i) => (
            <ProbeCard key={spotText(spot)} spot={spot} number={i + 1} />
          ))}
        </div>
      )}
    </section>
  )
}
