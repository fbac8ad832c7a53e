import { useEvaluation } from '../../store/reading.ts'
import { bringIntoView } from '../../store/studio.ts'
import { nameOf, thingOf } from './thing-of.ts'
import { selectThings } from './use-selecting.ts'

/** All things. */
export function Outline() {
  const map = useEvaluation()?.map
  const things = [...(map?.zones ?? []), ...(map?.places ?? [])].flatMap(
    ({ id }) => thingOf(id) ?? [],
  )
  return (
    <ul>
      {[...new Set(things)].map((thing) => (
        <li key={thing}>
          <button
            type="button"
            className="add-item"
            onClick={() => {
              selectThings([thing])
              bringIntoView(thing)
            }}
          >
            {nameOf(thing)}
          </button>
        </li>
      ))}
    </ul>
  )
}
