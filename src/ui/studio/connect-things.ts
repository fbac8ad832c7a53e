import { makeEdits } from '../../store/edits.ts'
import { zoneThing } from './drop-zone.ts'

/** Two elements of the map; what comes of it depends on what they are. */
export const connectThings = (one: string, other: string) => {
  const from = zoneThing(one)
  const to = zoneThing(other)
  return makeEdits([{ do: 'connect', from, to }], {
    told: () => ({ what: 'connected', from, to }),
  })
}
