import { compareDataplanes } from '../../store/comparing.ts'
import { usePlayground } from '../../store/playground.ts'
import type { CompareContext } from './compare-context.ts'

/** Which dataplanes take part. */
export function LaneChoice({ words, nameOf, comparison: { known } }: CompareContext) {
  const chosen = usePlayground(({ compared }) => compared?.dataplanes ?? null)
  const shown = new Set(known.filter((id) => chosen === null || chosen.includes(id)))
  const toggle = (id: (typeof known)[number]) => {
    const next = known.filter((each) => (each === id ? !shown.has(each) : shown.has(each)))
    compareDataplanes(next.length === known.length ? null : next)
  }
  return (
    <fieldset className="lane-choice">
      <legend className="sr-only">{words.choose}</legend>
      {known.map((id) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={shown.has(id)}
            // With none left there would be nothing to look at.
            disabled={shown.has(id) && shown.size === 1}
            onChange={() => toggle(id)}
          />
          {nameOf(id)}
        </label>
      ))}
    </fieldset>
  )
}
