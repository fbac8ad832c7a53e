import { goToTourStep, useTourKnown } from '../../store/tour.ts'
import { dismissInvitation } from '../../store/view-actions.ts'
import { useGuideWords } from '../guide/use-guide-words.ts'
import './tour.css'

/** A quiet question to whoever has not been shown round yet. */
export function TourOffer() {
  const { tour: words } = useGuideWords()
  if (useTourKnown()) return null
  return (
    <p className="tour-offer">
      {words.offer}
      <button type="button" onClick={begin}>
        {words.take}
      </button>
    </p>
  )
}

function begin(): void {
  dismissInvitation()
  goToTourStep(0)
}
