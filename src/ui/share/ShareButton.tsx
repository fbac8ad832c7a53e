import { lazy, Suspense } from 'react'
import { showDialog, usePage } from '../../store/page.ts'
import { useMessages } from '../../store/reading.ts'
import { Button } from '../kit/Button.tsx'
import { fetchShareDialog } from './fetch-share-dialog.ts'

const LateShareDialog = lazy(() =>
  fetchShareDialog().then(({ ShareDialog }) => ({ default: ShareDialog })),
)

/** Opens the dialog with the link to what is on show right now. */
export function ShareButton() {
  const { ui } = useMessages()
  const open = usePage(({ dialog }) => dialog === 'share')
  return (
    <>
      <Button look="primary" aria-haspopup="dialog" onClick={() => showDialog('share')}>
        {ui.share.open}
      </Button>
      <Suspense>{open ? <LateShareDialog onClose={() => showDialog(null)} /> : null}</Suspense>
    </>
  )
}
