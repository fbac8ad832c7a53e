import type { CommandGroup } from '../../i18n/guide/guide-words.ts'
import type { Command } from './command.ts'

export interface Group {
  /** Null: the best of all groups, as they fit. */
  readonly group: CommandGroup | null
  readonly commands: readonly Command[]
  /** How many there are that are not shown. */
  readonly more: number
}

/** More than anybody reads to the end. */
const MOST_FOUND = 40
/** Of each group, before anything was typed: enough to see what there is. */
const MOST_OF_EACH = 7

/** In groups as long as nothing is typed; after that in one list, the best first. */
export function grouped(commands: readonly Command[], searched: boolean): readonly Group[] {
  if (searched) return commands.length === 0 ? [] : [cut(null, commands, MOST_FOUND)]
  return [...new Set(commands.map(({ group }) => group))].map((group) =>
    cut(
      group,
      commands.filter((each) => each.group === group),
      MOST_OF_EACH,
    ),
  )
}

/** One that would stand alone behind "more" is shown. */
function cut(group: Group['group'], commands: readonly Command[], most: number): Group {
  const shown = commands.slice(0, commands.length <= most + 1 ? undefined : most)
  return { group, commands: shown, more: commands.length - shown.length }
}
