import { useEffect, useId, useRef } from 'react'
import type { GuideWords } from '../../i18n/guide/guide-words.ts'
import { showDialog } from '../../store/page.ts'
import { useMessages } from '../../store/reading.ts'
import { setSingleKeys, useSingleKeys } from '../../store/single-keys.ts'
import { Key } from '../guide/Key.tsx'
import { useGuideWords } from '../guide/use-guide-words.ts'
import { IconButton } from '../kit/Button.tsx'
import { CloseIcon } from '../kit/icons.tsx'
import { Switch } from '../kit/Switch.tsx'
import { SHORTCUTS } from './shortcuts.ts'
import './shortcuts.css'

/** Every key there is, by where it is understood. */
export function ShortcutList() {
  const { ui } = useMessages()
  const { shortcuts: words } = useGuideWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  const note = useId()
  const single = useSingleKeys()
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      className="shortcuts"
      aria-labelledby={heading}
      onClose={() => showDialog(null)}
    >
      <header>
        <h2 id={heading}>{words.title}</h2>
        <IconButton look="quiet" label={ui.close} onClick={() => dialog.current?.close()}>
          <CloseIcon />
        </IconButton>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="shortcuts-scroll" aria-labelledby={heading} tabIndex={0}>
        {SHORTCUTS.map(({ section }) => (
          <Section key={section} section={section} words={words} />
        ))}
      </section>
      <footer>
        <Switch label={words.single} describedBy={note} checked={single} onChange={setSingleKeys} />
        <p id={note}>{words.singleNote}</p>
      </footer>
    </dialog>
  )
}

function Section({
  section,
  words,
}: {
  readonly section: (typeof SHORTCUTS)[number]['section']
  readonly words: GuideWords['shortcuts']
}) {
  const shortcuts = SHORTCUTS.find((each) => each.section === section)?.shortcuts ?? []
  return (
    <table>
      <caption>{words.sections[section]}</caption>
      <tbody>
        {shortcuts.map(({ id, keys }) => (
          <tr key={id}>
            <th scope="row">{words.does[id]}</th>
            <td>
              {keys.map((key) => (
                <Key key={key} keys={key} />
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
