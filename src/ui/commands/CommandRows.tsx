import { useEffect, useRef } from 'react'
import type { GuideWords } from '../../i18n/guide/guide-words.ts'
import { Key } from '../guide/Key.tsx'
import type { Command } from './command.ts'
import type { Group } from './grouped.ts'

type Words = GuideWords['palette']

/** The commands that fit, with what each is about and how it is done without this list. */
export function CommandRows({
  id,
  groups,
  here,
  words,
  onRun,
}: {
  readonly id: string
  readonly groups: readonly Group[]
  /** The row that Enter takes, counted over all groups. */
  readonly here: number
  readonly words: Words
  readonly onRun: (command: Command) => void
}) {
  let row = 0
  return (
    <div
      id={id}
      role="listbox"
      aria-label={words.open}
      className="commands-list"
      hidden={groups.length === 0}
    >
      {groups.map(({ group, commands, more }) => (
        // biome-ignore lint/a11y/useSemanticElements: a listbox takes groups by their role only
        <div
          key={group}
          role="group"
          aria-label={group === null ? words.open : words.groups[group]}
        >
          {group === null ? null : (
            <div className="commands-group" aria-hidden="true">
              {words.groups[group]}
            </div>
          )}
          {commands.map((command) => {
            const at = row
            row += 1
            return (
              <Row
                key={command.id}
                id={`${id}-${at}`}
                command={command}
                among={group === null ? words.groups[command.group] : null}
                here={at === here}
                onRun={onRun}
              />
            )
          })}
          {more === 0 ? null : (
            <div className="commands-more" aria-hidden="true">
              {words.more(more)}
            </div>
          )}
        </div>
      ))}
    </div>
  )
}

function Row({
  id,
  command,
  among,
  here,
  onRun,
}: {
  readonly id: string
  readonly command: Command
  /** Its group, where the list is not in groups. */
  readonly among: string | null
  readonly here: boolean
  readonly onRun: (command: Command) => void
}) {
  const row = useRef<HTMLDivElement>(null)
  const { label, note, keys } = command
  useEffect(() => {
    if (here) row.current?.scrollIntoView({ block: 'nearest' })
  }, [here])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
    <div
      ref={row}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={here}
      className="commands-row"
      onClick={() => onRun(command)}
    >
      <span className="commands-label">{label}</span>
      {note === undefined ? null : <span className="commands-note">{note}</span>}
      {among === null ? null : <span className="commands-among">{among}</span>}
      {keys === undefined ? null : <Key keys={keys} />}
    </div>
  )
}
