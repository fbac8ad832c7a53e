import type { ConfigNote } from '../../dataplanes/config-report.ts'
import { noteSentence } from '../../i18n/messages.ts'
import { useOwnerOf } from '../../store/owners.ts'
import { useMessages, useOwnWords } from '../../store/reading.ts'
import { Spoken } from '../kit/Spoken.tsx'
import { WhereFrom } from '../sources/WhereFrom.tsx'

/** What is accepted and yet worth a word. */
export function ConfigNotes({ notes }: { readonly notes: readonly ConfigNote[] }) {
  const messages = useMessages()
  const { ui } = messages
  const own = useOwnWords()
  const ownerOf = useOwnerOf()
  if (notes.length === 0) return null
  return (
    <section className="config-notes">
      <h2>{ui.panels.editor.notes}</h2>
      <ul>
        {notes.map((note) => (
          <li key={`${note.code} ${note.line} ${Object.values(note.params).join(' ')}`}>
            {note.line === null ? null : (
              <span className="config-place">{ui.panels.inspector.fromLine(note.line)} </span>
            )}
            <Spoken sentence={noteSentence(messages, own, note)} ownerOf={ownerOf} />
            <WhereFrom of={{ kind: 'own', code: note.code }} />
          </li>
        ))}
      </ul>
    </section>
  )
}
