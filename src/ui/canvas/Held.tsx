import { useStore } from '@xyflow/react'
import type { Place } from '../../scenario/evaluation.ts'
import { openGroup } from '../../store/opened.ts'
import { useMessages } from '../../store/reading.ts'

/** From here on what a group holds can be read inside it. */
const NEAR = 1.4

/** The Pods of a group as their number, which opens it; one by one for whoever comes near. */
export function Held({ id, places }: { readonly id: string; readonly places: readonly Place[] }) {
  const { ui } = useMessages()
  const near = useStore(({ transform: [, , zoom] }) => zoom >= NEAR)
  if (places.length === 0) return null
  return (
    <>
      <button
        type="button"
        className="held-number nodrag"
        aria-label={ui.canvas.openGroup(places.length)}
        onClick={(event) => {
          event.stopPropagation()
          openGroup(id)
        }}
      >
        {ui.canvas.pods(places.length)}
      </button>
      {near ? (
        <ul className="held">
          {places.map(({ id: pod, name, lines }) => (
            <li key={pod}>
              {name} <span>{lines[0]}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
