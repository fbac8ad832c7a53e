import { useId } from 'react'
import './choice.css'

export interface Option<Id extends string> {
  readonly id: Id
  readonly label: string
  /** The language of the label where it is not the page's. */
  readonly lang?: string
}

/** A native list to choose one from. The label is always heard, and seen where there is room. */
export function Choice<Id extends string>({
  label,
  showLabel = false,
  disabled = false,
  describedBy,
  options,
  chosen,
  onChoose,
}: {
  readonly label: string
  readonly showLabel?: boolean
  readonly disabled?: boolean
  /** Id of the element that explains it. */
  readonly describedBy?: string | undefined
  readonly options: readonly Option<Id>[]
  readonly chosen: Id
  readonly onChoose: (id: Id) => void
}) {
  const id = useId()
  const choose = (value: string) => {
    const option = options.find((candidate) => candidate.id === value)
    if (option !== undefined) onChoose(option.id)
  }
  return (
    <span className="choice">
      <label htmlFor={id} className={showLabel ? 'choice-label' : 'sr-only'}>
        {label}
      </label>
      <select
        id={id}
        value={chosen}
        disabled={disabled}
        aria-describedby={describedBy}
        onChange={(event) => choose(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.id} value={option.id} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  )
}
