import type { PlaceId, Trace } from '../../engine/trace.ts'
import type { Place, PlaceMap, Zone } from '../../scenario/evaluation.ts'
import { address, cidr, code, listed, type Sentence, say } from '../sentence.ts'
import type { TwinGiven } from './given.ts'
import { calledPlace } from './tell-packet.ts'
import { item, type TwinItem } from './twin.ts'

/** Who is where: zones in zones, and in each its places with their addresses. */
export function tellMap(given: TwinGiven): readonly TwinItem[] {
  const way = new Set(hopPlaces(given.trace))
  const within = (parent: string | null): readonly TwinItem[] => [
    ...tellPlaces(
      given,
      given.map.places.filter(({ zone }) => zone === parent),
      way,
    ),
    ...given.map.zones
      .filter((zone) => zone.parent === parent)
      .map((zone) => item(zoneSentence(given, zone), within(zone.id))),
  ]
  return within(null)
}

/** Beyond these only what the packet passes is told by name. */
const MOST_PLACES = 8

function tellPlaces(
  given: TwinGiven,
  places: readonly Place[],
  way: ReadonlySet<PlaceId>,
): readonly TwinItem[] {
  const told =
    places.length <= MOST_PLACES
      ? places
      : places.filter(({ id }, i) => i < MOST_PLACES || way.has(id))
  const rest = places.length - told.length
  return [
    ...told.map((place) => item(placeLine(given, place))),
    ...(rest > 0 ? [item(given.words.twin.more(rest))] : []),
  ]
}

function zoneSentence({ words }: TwinGiven, { kind, name, ranges }: Zone): Sentence {
  const word = words.messages.names.zones[kind]
  const nameless = kind === 'internet' || word.toLowerCase() === name.toLowerCase()
  const called = nameless ? [word] : say`${word} ${code(name)}`
  const told = listed(
    ranges.map(({ text }) => cidr(text)),
    words.twin.between,
  )
  return ranges.length === 0 ? called : say`${called}: ${told}`
}

function placeLine({ map, words }: TwinGiven, place: Place): Sentence {
  const { messages, twin } = words
  const { between } = twin
  const called = calledPlace(messages, place)
  const letsIn = place.kind === 'firewall'
  const allows = letsIn ? place.lines : place.allows
  const facts: readonly Sentence[] = [
    ...(letsIn ? [] : place.lines).map(
      (line): Sentence => [isAddress(line) ? address(line) : line],
    ),
    ...(place.external === undefined ? [] : [twin.external(place.external)]),
    ...(allows === undefined
      ? []
      : [[messages.names.allows(allows.length === 0 ? null : allows.join(between))]]),
    ...linked(map, place, between).map((names): Sentence => [messages.ui.canvas.linkedTo(names)]),
  ]
  const told = facts.flatMap((fact, i) => (i === 0 ? fact : [between, ...fact]))
  return told.length === 0 ? called : say`${called}: ${told}`
}

const isAddress = (line: string): boolean => /^[\d.]+$|^[\da-f:.]*:[\da-f:.]*$/i.test(line)

/** A thing with more links is linked to everything, as far as a reader is concerned. */
const MOST_LINKS = 6

function linked({ places, links }: PlaceMap, { id }: Place, between: string): readonly string[] {
  const others = links.flatMap(({ from, to }) => {
    if (from === id) return [to]
    return to === id ? [from] : []
  })
  const names = [...new Set(others)].flatMap(
    (other) => places.find((each) => each.id === other)?.name ?? [],
  )
  return names.length === 0 || names.length > MOST_LINKS ? [] : [names.join(between)]
}

const hopPlaces = (trace: Trace | null): readonly PlaceId[] =>
  [...(trace?.forward.hops ?? []), ...(trace?.reply?.hops ?? [])].map(({ place }) => place)
