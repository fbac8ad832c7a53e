import type { Owner } from '../../engine/trace.ts'
import { type Messages, reasonSentence } from '../../i18n/messages.ts'
import { type JourneyHop, progress } from '../../store/journey.ts'
import { useOwnerOf } from '../../store/owners.ts'
import { showHop } from '../../store/playback-actions.ts'
import { useMessages, usePosition } from '../../store/reading.ts'
import { lightRule } from '../../store/view-actions.ts'
import { packetLabel, type Side } from '../canvas/packet-label.ts'
import { decidingRule } from '../inspector/chain/chain-lines.ts'
import { AddressChip } from '../kit/AddressChip.tsx'
import { MOOD_MARK } from '../kit/mood-mark.ts'
import { Spoken } from '../kit/Spoken.tsx'
import { useHopName } from './use-hop-name.ts'

/** One line of the diary: where, the header before and after, why, and the verdict. */
export function HopRow({ each, lit }: { readonly each: JourneyHop; readonly lit: boolean }) {
  const messages = useMessages()
  const ownerOf = useOwnerOf()
  const nameOf = useHopName()
  const { hop: shown } = usePosition()
  const { hop, index } = each
  const decided = hop.walk === undefined ? null : decidingRule(hop.walk)

  return (
    <li
      className="hop"
      data-hop={index}
      data-mood={hop.mood}
      data-state={progress(index, shown)}
      data-lit={lit || undefined}
      onMouseEnter={() => lightRule(decided)}
      onMouseLeave={() => lightRule(null)}
      onFocus={() => lightRule(decided)}
      onBlur={() => lightRule(null)}
      aria-current={index === shown ? 'step' : undefined}
    >
      <span className="hop-number" aria-hidden="true">
        {index + 1}
      </span>
      <button type="button" className="hop-name" onClick={() => showHop(index)}>
        {nameOf(hop)}
      </button>
      <HopHeader each={each} />
      <span className="hop-why">
        <Spoken sentence={reasonSentence(messages, hop.reason)} ownerOf={ownerOf} />
      </span>
      {hop.mood === 'passed' ? null : (
        <span className="hop-mood">
          <span aria-hidden="true">{MOOD_MARK[hop.mood]} </span>
          {moodWord(messages, each)}
        </span>
      )}
    </li>
  )
}

/** Outward it is the source that changes, unless a Service or a load balancer stands in front. */
function moodWord({ names, ui }: Messages, { hop, leg }: JourneyHop): string {
  if (hop.mood !== 'translated') return names.moods[hop.mood]
  const { src, dst } = hop.before
  if (leg === 'reply') {
    return dst === hop.after.dst ? ui.shell.sourceChangedBack : ui.shell.changedBack
  }
  const onlyDestination = dst !== hop.after.dst && src === hop.after.src
  return onlyDestination ? ui.shell.destinationChanged : names.moods.translated
}

/** The old address stands as a ghost only in the line where it changes. */
function HopHeader({ each: { index, hop, leg } }: { readonly each: JourneyHop }) {
  const label = packetLabel([{ index: 0, hop, leg }], { hop: 0, step: null })
  return label === null ? null : (
    <span className="hop-header" data-index={index}>
      <HeaderSide side={withGhost(label.source, hop.before.src, hop.before.srcOwner)} />
      <span className="hop-arrow">→</span>
      <HeaderSide side={withGhost(label.destination, hop.before.dst, hop.before.dstOwner)} />
    </span>
  )
}

const withGhost = (side: Side, address: string, owner: Owner): Side =>
  address === side.address || side.ghosts.length > 0
    ? side
    : { ...side, ghosts: [{ address, owner }] }

function HeaderSide({ side: { ghosts, address, owner, port } }: { readonly side: Side }) {
  return (
    <>
      {ghosts.map((ghost) => (
        <AddressChip key={ghost.address} ghost {...ghost} />
      ))}
      <AddressChip address={address} owner={owner} port={port} was={ghosts.at(-1)?.address} />
    </>
  )
}
