import { useEffect, useId, useRef } from 'react'
import { CancelRow } from './PickDialog.tsx'
import { useStudioWords } from './use-studio-words.ts'

/** Every key that the drawing board understands. */
export function ShortcutList({ onClose }: { readonly onClose: () => void }) {
  const words = useStudioWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="pick-dialog" aria-labelledby={heading} onClose={onClose}>
      <h2 id={heading}>{words.shortcuts}</h2>
      <table className="shortcut-list">
        <tbody>
          {words.keys.map(({ keys, does }) => (
            <tr key={does}>
              <th scope="row">
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <CancelRow onCancel={() => dialog.current?.close()} />
    </dialog>
  )
}
