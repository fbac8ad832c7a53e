import type { FieldChange, Header, PlaceId, PortSeen, RuleRef } from '../../engine/trace.ts'
import type { Place } from '../../scenario/evaluation.ts'
import { placeNamer } from '../place-name.ts'
import { address, type Chip, code, type Sentence, say } from '../sentence.ts'
import type { TwinGiven } from './given.ts'

/** `100.65.0.50:40000 → 10.2.1.100:443 tcp` */
export const packetSentence = ({ src, sport, dst, dport, protocol }: Header): Sentence =>
  say`${end(src, sport)} → ${end(dst, dport)} ${protocol}`

export function changeSentence(
  { words }: Pick<TwinGiven, 'words'>,
  { field, from, to }: FieldChange,
): Sentence {
  return words.twin.changed[field](valueChip(from), valueChip(to))
}

const valueChip = (value: FieldChange['from']): Chip =>
  typeof value === 'string' ? address(value) : code(portText(value))

/** `firewall on-prem-firewall`; in the words of the map, where it stands there. */
export function placeSentence({ map, words }: TwinGiven, id: PlaceId): Sentence {
  const { messages } = words
  const zone = map.zones.find((each) => each.id === id)
  if (zone !== undefined) return say`${messages.names.zones[zone.kind]} ${code(zone.name)}`
  const place = map.places.find((each) => each.id === id)
  return place === undefined ? [hopPlace(messages, id)] : calledPlace(messages, place)
}

export function calledPlace(
  { names }: TwinGiven['words']['messages'],
  { kind, name }: Pick<Place, 'kind' | 'name'>,
): Sentence {
  const word = names.places[kind]
  return word.toLowerCase() === name.toLowerCase() ? [word] : say`${word} ${code(name)}`
}

export const hopPlace = ({ names }: TwinGiven['words']['messages'], id: PlaceId): Chip | string =>
  placeNamer({ internet: names.places.internet, metadata: names.places.metadata })(id)

/** As its own tool prints it; null where the rule book does not hold it. */
export function ruleText(
  { rules }: TwinGiven,
  node: string,
  { chain, line }: Pick<RuleRef, 'chain' | 'line'>,
): string | null {
  const chains = rules.nodes.find((each) => each.node === node)?.chains ?? []
  const rows = chains.find(({ name }) => name === chain)?.rules ?? []
  return rows.find(({ ref }) => ref.line === line)?.text ?? null
}

function end(host: string, port: PortSeen | undefined): Sentence {
  if (port === undefined) return [address(host)]
  return host.includes(':')
    ? say`[${address(host)}]:${portText(port)}`
    : say`${address(host)}:${portText(port)}`
}

const portText = (port: PortSeen): string =>
  port.kind === 'exact' ? String(port.port) : `${port.lo}–${port.hi}`
