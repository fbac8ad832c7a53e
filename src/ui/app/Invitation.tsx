import { usePlayground } from '../../store/playground.ts'
import { useMessages } from '../../store/reading.ts'
import { dismissInvitation } from '../../store/view-actions.ts'
import { IconButton } from '../kit/Button.tsx'
import { CloseIcon } from '../kit/icons.tsx'
import { Suggestion, TourOffer } from './late-parts.tsx'
import './invitation.css'

/**
 * On the first visit, below the map and its crank: who wants to be shown round, and, after the first packet has played
 * by itself, what to try. The strip is there from the start, so that nothing moves when it is filled.
 */
export function Invitation() {
  const { ui } = useMessages()
  const visit = usePlayground((state) => state.visit)
  return visit === 'seen' ? null : (
    <div className="invitation">
      <div className="invitation-words">
        <TourOffer />
        {visit === 'inviting' ? <Suggestion /> : null}
      </div>
      {visit === 'inviting' ? (
        <IconButton look="quiet" label={ui.shell.keepLooking} onClick={leave}>
          <CloseIcon />
        </IconButton>
      ) : null}
    </div>
  )
}

/** The strip goes with its button: the focus goes on to what it was about. */
function leave(): void {
  dismissInvitation()
  document.querySelector<HTMLElement>('.canvas')?.focus()
}
