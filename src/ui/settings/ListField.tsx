import { useId } from 'react'
import { halfWidth } from '../../net/half-width.ts'
import { useMessages } from '../../store/reading.ts'
import { useWritten } from './use-written.ts'

/** A list of texts, one on each line; leaving the field writes it, Escape takes it back. */
export function ListField({
  id,
  label,
  items,
  disabled,
  describedBy,
  onWrite,
}: {
  readonly id: string
  readonly label: string
  readonly items: readonly string[]
  readonly disabled: boolean
  readonly describedBy?: string | undefined
  readonly onWrite: (items: readonly string[]) => void
}) {
  const { ui } = useMessages()
  const hint = useId()
  const { text, type, write, giveUp } = useWritten(items.join('\n'), (next) =>
    onWrite(itemsIn(next)),
  )
  return (
    <span className="setting-field" data-kind="list">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        value={text}
        rows={Math.min(8, Math.max(2, text.split('\n').length))}
        disabled={disabled}
        aria-describedby={describedBy === undefined ? hint : `${describedBy} ${hint}`}
        autoCapitalize="off"
        spellCheck={false}
        placeholder={ui.panels.settings.empty}
        onChange={(event) => type(event.target.value)}
        onBlur={write}
        onKeyDown={(event) => {
          if (event.key === 'Escape') giveUp()
        }}
      />
      <small id={hint}>{ui.panels.settings.onePerLine}</small>
    </span>
  )
}

const itemsIn = (text: string): readonly string[] =>
  halfWidth(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
