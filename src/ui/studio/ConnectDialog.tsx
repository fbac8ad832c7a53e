import { useEvaluation } from '../../store/reading.ts'
import { connectThings } from './connect-things.ts'
import { PickDialog } from './PickDialog.tsx'
import { kindOf, nameOf, thingOf } from './thing-of.ts'
import { useStudioWords } from './use-studio-words.ts'

/** What a thing can be connected with. */
export function ConnectDialog({
  thing,
  onClose,
}: {
  readonly thing: string
  readonly onClose: () => void
}) {
  const words = useStudioWords()
  const map = useEvaluation()?.map
  const things = [
    ...new Set(
      [...(map?.zones ?? []), ...(map?.places ?? [])].flatMap(({ id }) => thingOf(id) ?? []),
    ),
  ].filter((each) => each !== thing)
  return (
    <PickDialog
      title={words.connectTitle(nameOf(thing))}
      picks={things.map((id) => {
        const kind = kindOf(id)
        return { id, label: nameOf(id), ...(kind === null ? {} : { note: words.kinds[kind] }) }
      })}
      onPick={(other) => void connectThings(thing, other)}
      onClose={onClose}
    />
  )
}
