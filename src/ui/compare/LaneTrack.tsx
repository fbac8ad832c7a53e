import type { CSSProperties } from 'react'
import type { Comparison, Lane } from '../../scenario/compare/comparison.ts'
import { progress } from '../../store/journey.ts'
import { AddressChip } from '../kit/AddressChip.tsx'
import { endOf, middlesOf, type Stretch, stretchesOf } from './lane-track.ts'
import './lane-track.css'

/** A line with a mark for each moment, and under it the addresses that the packet carries. */
export function LaneTrack({
  lane,
  at,
  comparison: { columns, divergence },
}: {
  readonly lane: Lane
  readonly at: number
  readonly comparison: Comparison
}) {
  const middles = middlesOf(columns)
  const [first = 0, last = 0] = [middles[0], middles[endOf(lane)]]
  const stretches = stretchesOf(lane, columns)
  return (
    <div
      className="lane-track"
      aria-hidden="true"
      style={{ '--first': first, '--last': last } as CSSProperties}
    >
      {divergence === null ? null : (
        <span className="lane-parting" style={{ gridColumn: divergence.column + 1 }} />
      )}
      <span className="lane-line" />
      <span className="lane-done" />
      {lane.beats.map((beat, i) =>
        beat === null ? null : (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its number
            key={i}
            className="lane-dot"
            data-mood={beat.mood}
            data-leg={columns[i]?.leg}
            data-state={progress(i, Math.min(at, endOf(lane)))}
            style={{ gridColumn: i + 1 }}
          />
        ),
      )}
      {stretches.map((stretch, i) => (
        <Carried
          key={stretch.from}
          stretch={stretch}
          at={at}
          left={middles[stretch.from] ?? 0}
          ghost={at >= (stretches[i + 1]?.from ?? Number.POSITIVE_INFINITY)}
        />
      ))}
    </div>
  )
}

function Carried({
  stretch: { from, address, owner, rewritten },
  at,
  left,
  ghost,
}: {
  readonly stretch: Stretch
  readonly at: number
  readonly left: number
  readonly ghost: boolean
}) {
  return (
    <span
      className="lane-address"
      data-ahead={at < from || undefined}
      data-new={(rewritten && at === from) || undefined}
      style={{ '--from': left } as CSSProperties}
    >
      <AddressChip address={address} owner={owner} ghost={ghost} />
    </span>
  )
}
