import { type ProbeSpot, parseSpot, spotText } from '../../scenario/probe/spot.ts'
import type { ProbeSpots } from '../../scenario/probe/spots.ts'
import { usePlayground } from '../../store/playground.ts'
import { putProbe } from '../../store/probes.ts'
import { useProbeWords } from './use-probe-words.ts'
import { useSpotName } from './use-spot-name.ts'

/** Every place, line and chain by name: what one picks with the pointer, without it. */
export function SpotChoice({ known }: { readonly known: ProbeSpots }) {
  const words = useProbeWords()
  return (
    <span className="choice probe-choice">
      <select
        aria-label={words.putAt}
        value=""
        onChange={(event) => putProbe(parseSpot(event.target.value))}
      >
        <option value="">{words.putAt}</option>
        <Group label={words.onWay} spots={known.onWay} />
        <Group label={words.places} spots={known.places} />
        <Group label={words.lines} spots={known.links} />
        <Group label={words.chains} spots={known.chains} />
      </select>
    </span>
  )
}

function Group({ label, spots }: { readonly label: string; readonly spots: readonly ProbeSpot[] }) {
  const nameOf = useSpotName()
  const free = useFree(spots)
  if (free.length === 0) return null
  return (
    <optgroup label={label}>
      {free.map((spot) => (
        <option key={spotText(spot)} value={spotText(spot)}>
          {nameOf(spot)}
        </option>
      ))}
    </optgroup>
  )
}

/** Those on the packet's own way, one press each: where most questions are answered. */
export function SpotsOnWay({ known }: { readonly known: ProbeSpots }) {
  const words = useProbeWords()
  const nameOf = useSpotName()
  const free = useFree(known.onWay)
  if (free.length === 0) return null
  return (
    <ul className="probe-way" aria-label={words.onWay}>
      {free.map((spot) => (
        <li key={spotText(spot)}>
          <button type="button" data-kind={spot.kind} onClick={() => putProbe(spot)}>
            {nameOf(spot)}
          </button>
        </li>
      ))}
    </ul>
  )
}

function useFree(spots: readonly ProbeSpot[]): readonly ProbeSpot[] {
  const taken = usePlayground(({ probes }) => probes)
  return spots.filter((spot) => !taken.includes(spotText(spot)))
}
