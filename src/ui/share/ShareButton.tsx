import { useRef, useState } from 'react'
import { playground } from '../../store/playground.ts'
import { useMessages } from '../../store/reading.ts'
import { Button } from '../kit/Button.tsx'
import { fetchLink } from './fetch-link.ts'
import { ShareDialog } from './ShareDialog.tsx'
import { viewOnScreen } from './view-on-screen.ts'

/** Opens the dialog with the link to what is on show right now. */
export function ShareButton() {
  const { ui } = useMessages()
  const dialog = useRef<HTMLDialogElement>(null)
  const [link, setLink] = useState<string | null>(null)

  const open = () => {
    setLink(null)
    dialog.current?.showModal()
    void linkHere().then(setLink)
  }

  return (
    <>
      <Button look="primary" aria-haspopup="dialog" onClick={open}>
        {ui.share.open}
      </Button>
      <ShareDialog dialog={dialog} link={link} />
    </>
  )
}

async function linkHere(): Promise<string> {
  const { encodeLink } = await fetchLink()
  const [page] = location.href.split('#')
  return `${page}${encodeLink(viewOnScreen(playground().getState()))}`
}
