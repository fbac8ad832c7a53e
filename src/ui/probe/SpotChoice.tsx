import type { PlaceMap } from '../../scenario/evaluation.ts'
import { type ProbeSpot, parseSpot, spotText } from '../../scenario/probe/spot.ts'
import { useProbes } from '../../store/probes.ts'
import { useProbeWords } from './use-probe-words.ts'
import { useSpotName } from './use-spot-name.ts'

/** Every place and every line of the map by name: what one picks with the pointer, without it. */
export function SpotChoice({
  map,
  onChoose,
}: {
  readonly map: PlaceMap
  readonly onChoose: (spot: ProbeSpot) => void
}) {
  const words = useProbeWords()
  const nameOf = useSpotName()
  const taken = useProbes((state) => state.spots).map(spotText)
  const places = map.places
    .filter(({ kind }) => kind !== 'service' && kind !== 'pods')
    .map(({ id }): ProbeSpot => ({ kind: 'place', place: id }))
  const lines = map.links
    .filter(({ kind }) => kind !== 'backs')
    .map(({ from, to }): ProbeSpot => ({ kind: 'link', from, to }))
  const options = (spots: readonly ProbeSpot[]) =>
    spots
      .filter((spot) => !taken.includes(spotText(spot)))
      .map((spot) => (
        <option key={spotText(spot)} value={spotText(spot)}>
          {nameOf(spot)}
        </option>
      ))
  return (
    <select
      className="probe-choice"
      aria-label={words.putAt}
      value=""
      onChange={(event) => onChoose(parseSpot(event.target.value))}
    >
      <option value="">{words.putAt}</option>
      <optgroup label={words.places}>{options(places)}</optgroup>
      <optgroup label={words.lines}>{options(lines)}</optgroup>
    </select>
  )
}
