import { halfWidth } from '../../net/half-width.ts'
import { useMessages } from '../../store/reading.ts'
import { useWritten } from './use-written.ts'

/** One line of text or a number; Enter or leaving the field writes it, Escape takes it back. */
export function TextField({
  id,
  label,
  text: standing,
  disabled,
  describedBy,
  numeric = false,
  placeholder,
  onWrite,
}: {
  readonly id: string
  readonly label: string
  readonly text: string
  readonly disabled: boolean
  readonly describedBy?: string | undefined
  readonly numeric?: boolean
  /** Stands in the empty field; a number that has one may be left out. */
  readonly placeholder?: string
  readonly onWrite: (text: string) => void
}) {
  const { ui } = useMessages()
  const { text, type, write, giveUp } = useWritten(standing, (typed) =>
    onWrite(halfWidth(typed).trim()),
  )
  const meant = halfWidth(text).trim()
  const left = meant === '' && placeholder !== undefined
  const wrong = numeric && !left && !/^-?\d+(\.\d+)?$/.test(meant)
  const done = () => {
    if (!wrong) write()
  }
  return (
    <span className="setting-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={text}
        disabled={disabled}
        inputMode={numeric ? 'numeric' : 'text'}
        aria-describedby={describedBy}
        aria-invalid={wrong}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        placeholder={placeholder ?? (numeric ? undefined : ui.panels.settings.empty)}
        onChange={(event) => type(event.target.value)}
        onBlur={done}
        onKeyDown={(event) => {
          if (event.key === 'Enter') done()
          if (event.key === 'Escape') giveUp()
        }}
      />
      {wrong ? <small role="alert">{ui.panels.settings.notANumber}</small> : null}
    </span>
  )
}
