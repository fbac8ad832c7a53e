import { ViewportPortal } from '@xyflow/react'
import { type ProbeSpot, spotText } from '../../scenario/probe/spot.ts'
import { putProbe, useProbes } from '../../store/probes.ts'
import { centre, type Rect } from '../canvas/layout/geometry.ts'
import type { Layout } from '../canvas/layout/layout.ts'
import { type Polyline, pathData, pointAlong } from '../canvas/layout/polyline.ts'
import './probe-marks.css'

/** With more lines than this, only who has said to pick one gets them as something to click. */
const MANY = 60

/** Where probes stand on the map, numbered as their terminals are; lines and places that can be picked. */
export function ProbeMarks({ layout }: { readonly layout: Layout }) {
  const spots = useProbes((state) => state.spots)
  const picking = useProbes((state) => state.picking)
  const { x, y, width, height } = layout.bounds
  const wires = layout.wires.filter(({ kind }) => kind !== 'backs')
  const targets = picking || wires.length <= MANY ? wires : []
  return (
    <ViewportPortal>
      <svg
        className="probe-marks"
        data-picking={picking || undefined}
        viewBox={`${x} ${y} ${width} ${height}`}
        style={{ left: x, top: y, width, height }}
        aria-hidden="true"
      >
        {targets.map(({ id, from, to, line }) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the same by keyboard is in the list of the probes
          <path
            key={id}
            className="probe-line"
            data-line={`${from},${to}`}
            d={pathData(line)}
            onClick={() => putProbe({ kind: 'link', from, to })}
          />
        ))}
        {picking ? <PlaceTargets layout={layout} /> : null}
        {spots.map((spot, i) => (
          <Mark key={spotText(spot)} number={i + 1} spot={spot} layout={layout} />
        ))}
      </svg>
    </ViewportPortal>
  )
}

function PlaceTargets({ layout: { placed } }: { readonly layout: Layout }) {
  return [...placed].filter(isPlace).map(([place, rect]) => (
    // biome-ignore lint/a11y/noStaticElementInteractions: the same by keyboard is in the list of the probes
    <rect
      key={place}
      className="probe-place"
      data-place={place}
      {...rect}
      rx={6}
      onClick={() => putProbe({ kind: 'place', place })}
    />
  ))
}

/** Zones lie there as well, and Pods that are drawn as one are none by themselves. */
const isPlace = ([id]: readonly [string, Rect]): boolean =>
  id.includes(':') && !/^(zone|pods|service)\b/.test(id)

function Mark({
  number,
  spot,
  layout,
}: {
  readonly number: number
  readonly spot: ProbeSpot
  readonly layout: Layout
}) {
  const at = pointOf(spot, layout)
  if (at === null) return null
  return (
    <g className="probe-mark" transform={`translate(${at.x} ${at.y})`}>
      <circle r={9} />
      <text dy="0.35em">{number}</text>
    </g>
  )
}

/** On a line its middle, at a place its corner. */
function pointOf(spot: ProbeSpot, { wires, placed }: Layout): { x: number; y: number } | null {
  if (spot.kind === 'link') {
    const line: Polyline | undefined = wires.find(
      ({ from, to }) => from === spot.from && to === spot.to,
    )?.line
    return line === undefined ? null : pointAlong(line, 0.5)
  }
  const rect = placed.get(spot.place)
  return rect === undefined ? null : { x: rect.x + rect.width, y: centre(rect).y - rect.height / 2 }
}
