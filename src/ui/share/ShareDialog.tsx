import { useEffect, useId, useRef, useState } from 'react'
import { playground } from '../../store/playground.ts'
import { useMessages } from '../../store/reading.ts'
import { Button } from '../kit/Button.tsx'
import { copyField } from './copy-field.ts'
import { fetchLink } from './fetch-link.ts'
import { viewOnScreen } from './view-on-screen.ts'
import './share-dialog.css'

type Copy = 'not-yet' | 'copied' | 'failed'

/** The link in a field, a button that copies it, how long it is and what is in it. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const { ui } = useMessages()
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const title = useId()
  const [copy, setCopy] = useState<Copy>('not-yet')
  // Null while it is being packed.
  const [link, setLink] = useState<string | null>(null)
  const words = ui.share

  useEffect(() => {
    dialog.current?.showModal()
    void linkHere().then(setLink)
  }, [])

  const copyIt = async () => {
    if (field.current === null) return
    setCopy((await copyField(field.current)) ? 'copied' : 'failed')
  }

  return (
    <dialog ref={dialog} className="share-dialog" aria-labelledby={title} onClose={onClose}>
      <h2 id={title}>{words.link}</h2>
      <textarea
        ref={field}
        readOnly
        rows={4}
        aria-labelledby={title}
        value={link ?? ui.loading}
        onFocus={(event) => event.target.select()}
      />
      <p className="share-length">{link === null ? ' ' : words.length(link.length)}</p>
      <p>{ui.panels.share.about}</p>
      <p>{words.privacy}</p>
      <p role="status" className="share-copy" data-copy={copy}>
        {copy === 'not-yet' ? '' : words[copy]}
      </p>
      <div className="share-buttons">
        <Button onClick={() => dialog.current?.close()}>{ui.close}</Button>
        <Button look="primary" disabled={link === null} onClick={() => void copyIt()}>
          {words.copy}
        </Button>
      </div>
    </dialog>
  )
}

async function linkHere(): Promise<string> {
  const { encodeLink } = await fetchLink()
  const [page] = location.href.split('#')
  return `${page}${encodeLink(viewOnScreen(playground().getState()))}`
}
