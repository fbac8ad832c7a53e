import type { CSSProperties } from 'react'
import { fateOf } from '../../i18n/fate.ts'
import { reasonSentence } from '../../i18n/messages.ts'
import type { Lane } from '../../scenario/compare/comparison.ts'
import { studiedDataplane } from '../../scenario/studied-cluster.ts'
import { useOwnerOf } from '../../store/owners.ts'
import { usePlayground } from '../../store/playground.ts'
import { useMessages } from '../../store/reading.ts'
import { AddressChip } from '../kit/AddressChip.tsx'
import { MOOD_MARK } from '../kit/mood-mark.ts'
import { Spoken } from '../kit/Spoken.tsx'
import type { CompareContext } from './compare-context.ts'
import { LaneTrack } from './LaneTrack.tsx'
import { laneOwner } from './lane-owner.ts'
import { carriedAt } from './lane-track.ts'

/** One dataplane: its name, the packet on its way, what came of it and why. */
export function LaneRow({
  lane,
  at,
  ...context
}: CompareContext & { readonly lane: Lane; readonly at: number }) {
  const { words, nameOf, comparison } = context
  const own = usePlayground(({ scenario }) => studiedDataplane(scenario.document))
  return (
    <li
      className="lane"
      style={{ '--ends': comparison.columns.length } as CSSProperties}
      data-outcome={lane.outcome?.kind}
    >
      <div className="lane-name">
        <h3>{nameOf(lane.dataplane)}</h3>
        <p>
          {lane.dataplane === own ? `${words.scenariosOwn} · ` : ''}
          {words.manifests[lane.manifests]}
        </p>
      </div>
      <LaneTrack lane={lane} at={at} comparison={comparison} />
      <Carries lane={lane} at={at} comparison={comparison} />
      <Result lane={lane} {...context} />
    </li>
  )
}

/** Where there is no room for addresses along the way: the one that is carried now. */
function Carries({
  lane,
  at,
  comparison,
}: Pick<CompareContext, 'comparison'> & { readonly lane: Lane; readonly at: number }) {
  const carried = carriedAt(lane, comparison.columns, at)
  if (carried === null) return null
  return (
    <p className="lane-carries" aria-hidden="true">
      {carried.was === null ? null : <AddressChip {...carried.was} ghost />}
      <AddressChip {...carried.now} />
      {MOOD_MARK[carried.mood]}
    </p>
  )
}

function Result({
  lane: { outcome },
  words,
  comparison,
}: CompareContext & { readonly lane: Lane }) {
  const messages = useMessages()
  const ownerOf = useOwnerOf()
  if (outcome === null) return <p className="lane-result">{words.notSent}</p>
  const { source, seenAs, because } = outcome
  const mark = outcome.kind === 'delivered' ? MOOD_MARK[source] : MOOD_MARK.dropped
  return (
    <div className="lane-result" data-source={source}>
      <p>
        <span className="lane-mark" aria-hidden="true">
          {mark}
        </span>{' '}
        {messages.names.outcomes[fateOf(outcome)]}, {words.seenAs} <AddressChip {...seenAs} />
      </p>
      <p className="lane-why">
        <Spoken
          sentence={reasonSentence(messages, because)}
          ownerOf={(address) => laneOwner(comparison, address) ?? ownerOf(address)}
        />
      </p>
    </div>
  )
}
