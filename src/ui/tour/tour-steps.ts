import type { TourStep } from '../../i18n/guide/guide-words.ts'
import { editing } from '../../store/editing.ts'
import { investigate } from '../../store/investigation.ts'
import { page } from '../../store/page.ts'
import { chooseTab } from '../../store/view-actions.ts'
import { showMap } from '../commands/show-sheet.ts'

/** What is spoken of, and what has to be open for it. */
export interface Stop {
  readonly id: TourStep
  /** The first of these that is there is pointed at. */
  readonly at: readonly string[]
  readonly open: () => void
}

/** At most four: who wants to know more finds the commands. */
export const STOPS: readonly Stop[] = [
  { id: 'map', at: ['.canvas'], open: showMap },
  {
    id: 'settings',
    at: ['.control-bar'],
    open: () => {
      showMap()
      page().setState({ sheet: 'settings' })
    },
  },
  {
    id: 'chain',
    at: ['.inspector', '.side', '.play-narrow > .tabs'],
    open: () => {
      showMap()
      investigate(false)
      editing().setState({ panel: 'inspector' })
      chooseTab('chain')
      page().setState({ sheet: 'inside' })
    },
  },
  { id: 'commands', at: ['.commands-button'], open: showMap },
]
