import { HOMES } from '../../scenario/studio/add/homes.ts'
import type { ThingId } from '../../scenario/studio/thing.ts'
import { usePlayground } from '../../store/playground.ts'
import { openDialog } from '../../store/studio.ts'
import { Button } from '../kit/Button.tsx'
import { duplicateSelected, removeSelected } from './selected-things.ts'
import { kindOf } from './thing-of.ts'
import { useStudioWords } from './use-studio-words.ts'

/** What can be done with all that is selected. */
export function ThingDeeds({ things }: { readonly things: readonly ThingId[] }) {
  const words = useStudioWords()
  const locked = usePlayground(({ scenario }) => scenario.document.locked === true)
  const movable = things.every((thing) => {
    const kind = kindOf(thing)
    return kind !== null && HOMES[kind].length > 0
  })
  return (
    <fieldset className="thing-deeds" disabled={locked}>
      <legend className="sr-only">{words.properties.actions}</legend>
      {things.length === 1 ? (
        <>
          <Button onClick={() => openDialog('connect')}>{words.connect}</Button>
          <Button onClick={() => openDialog('rename')}>{words.rename}</Button>
        </>
      ) : null}
      {movable ? <Button onClick={() => openDialog('move')}>{words.move}</Button> : null}
      <Button onClick={() => void duplicateSelected()}>{words.duplicate}</Button>
      <Button onClick={() => void removeSelected()}>{words.remove}</Button>
    </fieldset>
  )
}
