import { useConnections } from '../../store/drawing-answers.ts'
import { connectThings } from './connect-things.ts'
import { PickDialog } from './PickDialog.tsx'
import { kindOf, nameOf } from './thing-of.ts'
import { useStudioWords } from './use-studio-words.ts'

/** What a thing can be connected with, and what comes of it. */
export function ConnectDialog({
  thing,
  onClose,
}: {
  readonly thing: string
  readonly onClose: () => void
}) {
  const words = useStudioWords()
  const possible = useConnections(thing)
  if (possible === null) return null
  return (
    <PickDialog
      title={words.connectTitle(nameOf(thing))}
      picks={possible.map((each) => {
        const kind = kindOf(each.thing)
        const name = kind === null ? words.internet : `${words.kinds[kind]} ${nameOf(each.thing)}`
        return { id: each.thing, label: name, note: words.connections[each.as] }
      })}
      onPick={(other) => void connectThings(thing, other)}
      onClose={onClose}
    />
  )
}
