import { usePlayground } from '../../store/playground.ts'
import { useMessages } from '../../store/reading.ts'
import { dismissInvitation } from '../../store/view-actions.ts'
import { IconButton } from '../kit/Button.tsx'
import { CloseIcon } from '../kit/icons.tsx'
import { Suggestion, TourOffer } from './late-parts.tsx'
import './invitation.css'

/** After the first packet has played by itself: what to try, where the eye is. */
export function Invitation() {
  const { ui } = useMessages()
  const visit = usePlayground((state) => state.visit)
  return visit === 'inviting' ? (
    <div className="invitation">
      <div className="invitation-words">
        <Suggestion />
        <TourOffer />
      </div>
      <IconButton look="quiet" label={ui.shell.keepLooking} onClick={dismissInvitation}>
        <CloseIcon />
      </IconButton>
    </div>
  ) : null
}
