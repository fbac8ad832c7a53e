import { compareDataplanes, stopComparing } from '../../store/comparing.ts'
import { usePlayground } from '../../store/playground.ts'
import { useMessages } from '../../store/reading.ts'
import { Button } from '../kit/Button.tsx'

/** Puts all dataplanes side by side, and goes back to the one. */
export function CompareButton() {
  const { ui } = useMessages()
  const open = usePlayground(({ compared }) => compared !== null)
  return (
    <Button aria-pressed={open} onClick={() => (open ? stopComparing() : compareDataplanes(null))}>
      {ui.compare}
    </Button>
  )
}
