import { evaluationOf } from '../../../store/run.ts'
import type { CommandSource } from '../command.ts'
import { goToPlace } from '../go-to-place.ts'

/** Every place and every zone of the map, by name, kind and address. */
export const placeCommands: CommandSource = ({ state, messages, english }) => {
  const map = evaluationOf(state.run)?.map
  if (map === undefined) return []
  return [
    ...map.places.map(({ id, kind, name, lines }) => ({
      id: `place ${id}`,
      group: 'places' as const,
      label: name,
      also: `${messages.names.places[kind]} ${english.names.places[kind]} ${lines.join(' ')}`,
      note: [messages.names.places[kind], ...lines.slice(0, 1)].join(' · '),
      run: () => goToPlace(id),
    })),
    ...map.zones.map(({ id, kind, name, ranges }) => ({
      id: `zone ${id}`,
      group: 'places' as const,
      label: name === '' ? messages.names.zones[kind] : name,
      also: `${messages.names.zones[kind]} ${english.names.zones[kind]}`,
      note: [messages.names.zones[kind], ...ranges.slice(0, 1).map(({ text }) => text)].join(' · '),
      run: () => goToPlace(id),
    })),
  ]
}
