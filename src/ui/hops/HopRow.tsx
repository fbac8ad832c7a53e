import { type Messages, reasonSentence } from '../../i18n/messages.ts'
import { type JourneyHop, progress } from '../../store/journey.ts'
import { useOwnerOf } from '../../store/owners.ts'
import { showHop } from '../../store/playback-actions.ts'
import { useMessages, usePosition } from '../../store/reading.ts'
import { packetLabel, type Side } from '../canvas/packet-label.ts'
import { AddressChip } from '../kit/AddressChip.tsx'
import { MOOD_MARK } from '../kit/mood-mark.ts'
import { Spoken } from '../kit/Spoken.tsx'
import { useHopName } from './use-hop-name.ts'

/** One line of the diary: where, the header before and after, why, and the verdict. */
export function HopRow({ each }: { readonly each: JourneyHop }) {
  const messages = useMessages()
  const ownerOf = useOwnerOf()
  const nameOf = useHopName()
  const { hop: shown } = usePosition()
  const { hop, index } = each

  return (
    <li
      className="hop"
      data-hop={index}
      data-mood={hop.mood}
      data-state={progress(index, shown)}
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

/** On the way back it is the destination that changes, not the source. */
function moodWord({ names, ui }: Messages, { hop, leg }: JourneyHop): string {
  return leg === 'reply' && hop.mood === 'translated' ? ui.shell.changedBack : names.moods[hop.mood]
}

/** The old address stands as a ghost only in the line where it changes. */
function HopHeader({ each: { index, hop, leg } }: { readonly each: JourneyHop }) {
  const label = packetLabel([{ index: 0, hop, leg }], { hop: 0, step: null })
  return label === null ? null : (
    <span className="hop-header" data-index={index}>
      <HeaderSide side={label.source} />
      <span className="hop-arrow">→</span>
      <HeaderSide side={label.destination} />
    </span>
  )
}

function HeaderSide({ side: { ghosts, address, owner, port } }: { readonly side: Side }) {
  return (
    <>
      {ghosts.map((ghost) => (
        <AddressChip key={ghost.address} ghost {...ghost} />
      ))}
      <AddressChip address={address} owner={owner} port={port} />
    </>
  )
}
