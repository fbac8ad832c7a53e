import { useStore, ViewportPortal } from '@xyflow/react'
import { linesAt } from '../../scenario/probe/printed.ts'
import { type ProbeSpot, spotText } from '../../scenario/probe/spot.ts'
import { putProbe, useProbes, useSpots } from '../../store/probes.ts'
import { usePosition } from '../../store/reading.ts'
import type { Rect } from '../canvas/layout/geometry.ts'
import type { Layout } from '../canvas/layout/layout.ts'
import { pathData } from '../canvas/layout/polyline.ts'
import { markSpots } from './mark-spots.ts'
import { probeLetter } from './probe-letter.ts'
import { useProbeWords } from './use-probe-words.ts'
import { useSpotName } from './use-spot-name.ts'
import './probe-marks.css'

/** With more lines than this, only who has said to pick one gets them as something to click. */
const MANY = 60

/** Where probes stand on the map, called as their terminals are; lines and places that can be picked. */
export function ProbeMarks({ layout }: { readonly layout: Layout }) {
  const spots = useSpots()
  const picking = useProbes((state) => state.picking)
  const zoom = useStore(({ transform }) => transform[2])
  const { x, y, width, height } = layout.bounds
  const marks = markSpots(spots, layout)
  return (
    <ViewportPortal>
      <svg
        className="probe-marks"
        data-picking={picking || undefined}
        viewBox={`${x} ${y} ${width} ${height}`}
        style={{ left: x, top: y, width, height }}
        aria-hidden="true"
      >
        <LineTargets layout={layout} picking={picking} />
        {picking ? <PlaceTargets layout={layout} /> : null}
        {spots.map((spot, i) => {
          const at = marks[i]
          if (at == null) return null
          // One size on the screen, however near or far the map is.
          const scale = 1 / zoom
          return (
            <g
              key={spotText(spot)}
              transform={`translate(${at.x} ${at.y}) scale(${scale}) translate(${at.aside} 0)`}
            >
              <Mark spot={spot} letter={probeLetter(i)} />
            </g>
          )
        })}
      </svg>
    </ViewportPortal>
  )
}

function LineTargets({
  layout: { wires },
  picking,
}: {
  readonly layout: Layout
  readonly picking: boolean
}) {
  const tooltip = useTooltip()
  const lines = wires.filter(({ kind }) => kind !== 'backs')
  if (!picking && lines.length > MANY) return null
  return lines.map(({ id, from, to, line }) => (
    // biome-ignore lint/a11y/noStaticElementInteractions: the same by keyboard is in the list of the probes
    <path
      key={id}
      className="probe-line"
      data-line={`${from},${to}`}
      d={pathData(line)}
      onClick={() => putProbe({ kind: 'link', from, to })}
    >
      <title>{tooltip({ kind: 'link', from, to })}</title>
    </path>
  ))
}

function PlaceTargets({ layout: { placed } }: { readonly layout: Layout }) {
  const tooltip = useTooltip()
  return [...placed].filter(isPlace).map(([place, rect]) => (
    // biome-ignore lint/a11y/noStaticElementInteractions: the same by keyboard is in the list of the probes
    <rect
      key={place}
      className="probe-place"
      data-place={place}
      {...rect}
      rx={6}
      onClick={() => putProbe({ kind: 'place', place })}
    >
      <title>{tooltip({ kind: 'place', place })}</title>
    </rect>
  ))
}

/** Zones lie there as well, and Pods that are drawn as one are none by themselves. */
const isPlace = ([id]: readonly [string, Rect]): boolean =>
  id.includes(':') && !/^(zone|pods|service)\b/.test(id)

function useTooltip(): (spot: ProbeSpot) => string {
  const words = useProbeWords()
  const nameOf = useSpotName()
  return (spot) => words.put(nameOf(spot))
}

/** A flag whose point stands where is listened; it is ringed while a line has just come there. */
function Mark({ spot, letter }: { readonly spot: ProbeSpot; readonly letter: string }) {
  const now = usePosition()
  const report = useProbes(({ reports }) => reports.get(spotText(spot)))
  const [first] = report?.tools ?? []
  const isFresh = linesAt(first?.lines ?? [], now).some(({ since }) => since?.hop === now.hop)
  return (
    <g className="probe-mark" data-fresh={isFresh || undefined}>
      <path d="M0 0 4.5 -6H8a3 3 0 0 0 3 -3V-21a3 3 0 0 0 -3 -3H-8a3 3 0 0 0 -3 3V-9a3 3 0 0 0 3 3H-4.5Z" />
      <text y={-15} dy="0.36em">
        {letter}
      </text>
    </g>
  )
}
