import { spotText } from '../../scenario/probe/spot.ts'
import { foldProbes, pickSpot, takeAllProbes, useProbes, useSpots } from '../../store/probes.ts'
import { IconButton } from '../kit/Button.tsx'
import { CloseIcon, Icon } from '../kit/icons.tsx'
import { AfterOthers } from './AfterOthers.tsx'
import { ChecksButton } from './ChecksButton.tsx'
import { ProbeCard } from './ProbeCard.tsx'
import { SpotChoice, SpotsOnWay } from './SpotChoice.tsx'
import { useProbeWords } from './use-probe-words.ts'
import './probe-dock.css'

/** The terminals at the probes, side by side; not there while there are none. */
export function ProbeDock() {
  const spots = useSpots()
  const picking = useProbes((state) => state.picking)
  return spots.length === 0 && !picking ? null : <Opened />
}

function Opened() {
  const words = useProbeWords()
  const spots = useSpots()
  const { picking, folded, known } = useProbes((state) => state)
  return (
    <section
      className="probe-dock"
      aria-label={words.title}
      data-folded={folded || undefined}
      data-empty={spots.length === 0 || undefined}
    >
      <header>
        <h2>{words.title}</h2>
        {known === null ? null : <SpotChoice known={known} />}
        {spots.length === 0 ? null : <AfterOthers />}
        <span className="probe-space" />
        <ChecksButton />
        {spots.length === 0 ? null : (
          <IconButton
            look="quiet"
            label={folded ? words.unfold : words.fold}
            onClick={() => foldProbes(!folded)}
          >
            <FoldIcon folded={folded} />
          </IconButton>
        )}
        <IconButton
          look="quiet"
          label={spots.length === 0 ? words.stopPicking : words.takeAllAway}
          onClick={takeAllProbes}
        >
          <CloseIcon />
        </IconButton>
      </header>
      {picking && !folded ? <Picking /> : null}
      {spots.length === 0 || folded ? null : <Cards />}
    </section>
  )
}

/** What one can pick, and that one can. */
function Picking() {
  const words = useProbeWords()
  const known = useProbes((state) => state.known)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard wherever in it the focus is
    <div
      className="probe-picking"
      onKeyDown={(event) => (event.key === 'Escape' ? pickSpot(false) : undefined)}
    >
      <p role="status">{words.pick}</p>
      {known === null ? null : <SpotsOnWay known={known} />}
    </div>
  )
}

function Cards() {
  const spots = useSpots()
  return (
    <div className="probe-cards">
      {spots.map((spot, i) => (
        <ProbeCard key={spotText(spot)} spot={spot} index={i} />
      ))}
    </div>
  )
}

const FoldIcon = ({ folded }: { readonly folded: boolean }) => (
  <Icon>
    <path d={folded ? 'm4 10 4-4 4 4' : 'm4 6 4 4 4-4'} />
  </Icon>
)
