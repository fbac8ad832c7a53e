import { type Messages, sentenceFor } from '../../i18n/messages.ts'
import { code, type Sentence } from '../../i18n/sentence.ts'
import type { Named, StudioWords } from '../../i18n/studio-words.ts'
import type { PlaceMap } from '../../scenario/evaluation.ts'
import type { Issue } from '../../scenario/issue.ts'
import type { ThingId } from '../../scenario/studio/thing.ts'
import { useOwnerOf } from '../../store/owners.ts'
import { useEvaluation, useMessages } from '../../store/reading.ts'
import { type Told, useStudio } from '../../store/studio.ts'
import type { EngineFault } from '../../worker/protocol.ts'
import { Spoken } from '../kit/Spoken.tsx'
import { kindOf, nameOf, thingOf } from './thing-of.ts'
import { useStudioWords } from './use-studio-words.ts'

/** Below the map: what was done last, read out to whoever listens. */
export function ToldLine() {
  const words = useStudioWords()
  const messages = useMessages()
  const map = useEvaluation()?.map ?? null
  const told = useStudio((state) => state.told)
  const ownerOf = useOwnerOf()
  const sentence = told === null ? [] : sentenceOf(told, words, messages, map)
  const tone = told?.what === 'refused' || told?.what === 'failed' ? 'refused' : 'done'
  return (
    <p className="told" data-tone={tone} role="status">
      <Spoken sentence={sentence} ownerOf={ownerOf} />
    </p>
  )
}

function sentenceOf(
  told: Told,
  words: StudioWords,
  messages: Messages,
  map: PlaceMap | null,
): Sentence {
  const named = (thing: ThingId) => namedIn(map, thing, words)
  switch (told.what) {
    case 'refused':
      return sentenceFor<Issue, 'code'>(messages.issues, 'code', told.issue)
    case 'failed':
      return sentenceFor<EngineFault, 'code'>(messages.faults, 'code', told.fault)
    case 'connected':
      return words.told.connected(named(told.from), named(told.to))
    case 'renamed':
      return words.told.renamed(code(told.was), code(nameOf(told.thing)))
    case 'added':
    case 'pasted':
    case 'duplicated':
      return words.told.added(told.things.map(named))
    case 'removed':
      return words.told.removed(told.things.map(named), told.lost)
    case 'copied':
    case 'moved':
    case 'nested':
    case 'met':
      return words.told[told.what](told.things.map(named))
    default:
      return [words.told[told.what]]
  }
}

/** As the map shows it; what it does not show has only its name. */
function namedIn(map: PlaceMap | null, thing: ThingId, words: StudioWords): Named {
  const place = map?.places.find(({ id }) => id === thing)
  const zone = map?.zones.find(({ id }) => id === `zone-${thing}`)
  const around = zone === undefined ? (place?.zone ?? null) : zone.parent
  const outer = around === null ? null : thingOf(around)
  const kind = kindOf(thing)
  return {
    kind: kind === null ? words.internet : words.kinds[kind],
    name: code(nameOf(thing)),
    // A VPC's own line is its router: its ranges say more.
    lines: zone?.ranges.length ? zone.ranges.map(({ text }) => text) : (place?.lines ?? []),
    within: outer === null ? null : code(nameOf(outer)),
  }
}
