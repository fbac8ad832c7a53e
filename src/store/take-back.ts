import { redo, undo } from './history.ts'
import { tell } from './studio.ts'

/** The last change taken back, and told; also that there was none. */
export function takeBack(): void {
  tell({ what: undo() ? 'undone' : 'nothing-to-undo' })
}

/** What was taken back made again, and told; also that nothing was. */
export function makeAgain(): void {
  tell({ what: redo() ? 'redone' : 'nothing-to-redo' })
}
