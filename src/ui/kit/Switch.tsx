import './switch.css'

/** A real switch with words: a track, its name, and beside it what the choice means now. */
export function Switch({
  label,
  note,
  describedBy,
  checked,
  disabled = false,
  onChange,
}: {
  readonly label: string
  readonly note?: string | undefined
  /** Id of the element that explains it. */
  readonly describedBy?: string | undefined
  readonly checked: boolean
  readonly disabled?: boolean
  readonly onChange: (checked: boolean) => void
}) {
  return (
    <button
      type="button"
      role="switch"
      className="switch"
      aria-checked={checked}
      aria-label={label}
      aria-description={note}
      aria-describedby={describedBy}
      disabled={disabled}
      onClick={() => onChange(!checked)}
    >
      <span className="switch-track" aria-hidden="true" />
      <span>{label}</span>
      {note === undefined ? null : <span className="switch-note">{note}</span>}
    </button>
  )
}
