import { placeNamer } from '../../i18n/place-name.ts'
import { code, say } from '../../i18n/sentence.ts'
import { useOwnerOf } from '../../store/owners.ts'
import { showHop } from '../../store/playback-actions.ts'
import { useMessages } from '../../store/reading.ts'
import { Spoken } from '../kit/Spoken.tsx'
import type { CompareContext } from './compare-context.ts'
import { laneOwner } from './lane-owner.ts'

/** Where the lanes part first, in a sentence; its name leads there. */
export function Divergence({ words, nameOf, comparison }: CompareContext) {
  const { names, ui } = useMessages()
  const ownerOf = useOwnerOf()
  const { divergence, lanes } = comparison
  if (divergence === null) {
    const sent = lanes.some(({ outcome }) => outcome !== null)
    const alike = sent ? words.alike : ui.shell.notSent
    return (
      <p className="divergence" role="status">
        {lanes.length < 2 ? words.notEnough : alike}
      </p>
    )
  }
  const { internet, metadata } = names.places
  const place = placeNamer({ internet, metadata })(divergence.place)
  const sentence = words.divergence[divergence.code](divergence, {
    at: say`${place} · ${code(names.stages[divergence.stage])}`,
    names: (dataplanes) => dataplanes.map(nameOf).join(', '),
  })
  return (
    <p className="divergence" role="status" data-found="true">
      <button type="button" className="divergence-mark" onClick={() => showHop(divergence.column)}>
        {words.firstDifference}
      </button>
      <span>
        <Spoken
          sentence={sentence}
          ownerOf={(address) => laneOwner(comparison, address) ?? ownerOf(address)}
        />
      </span>
    </p>
  )
}
