import { lazy, Suspense, useState } from 'react'
import { useMessages } from '../../store/reading.ts'
import { Button } from '../kit/Button.tsx'
import { fetchShareDialog } from './fetch-share-dialog.ts'

const LateShareDialog = lazy(() =>
  fetchShareDialog().then(({ ShareDialog }) => ({ default: ShareDialog })),
)

/** Opens the dialog with the link to what is on show right now. */
export function ShareButton() {
  const { ui } = useMessages()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look="primary" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {ui.share.open}
      </Button>
      <Suspense>{open ? <LateShareDialog onClose={() => setOpen(false)} /> : null}</Suspense>
    </>
  )
}
