import type { ThingId } from '../../scenario/studio/thing.ts'
import { useEditing } from '../../store/editing.ts'
import { usePlayground } from '../../store/playground.ts'
import { openDialog } from '../../store/studio.ts'
import { Button } from '../kit/Button.tsx'
import { boardElement } from './board-element.ts'
import { duplicateSelected, removeSelected } from './selected-things.ts'
import { kindOf, nameOf } from './thing-of.ts'
import { useStudioWords } from './use-studio-words.ts'
import './thing-panel.css'

/** What the selected thing is, and what can be done with it. */
export function ThingPanel() {
  const { properties } = useStudioWords()
  const selected = useEditing((state) => state.selected)
  const [thing] = selected
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leads back to the map
    <div
      className="panel thing-panel"
      onKeyDown={(event) => {
        if (event.key === 'Escape') boardElement()?.focus()
      }}
    >
      {thing === undefined ? <p className="panel-note">{properties.none}</p> : null}
      {thing !== undefined && selected.length === 1 ? <OneThing thing={thing} /> : null}
      {selected.length > 1 ? <h2>{properties.several(selected.length)}</h2> : null}
      {selected.length > 0 ? <Deeds single={selected.length === 1} /> : null}
    </div>
  )
}

function OneThing({ thing }: { readonly thing: ThingId }) {
  const words = useStudioWords()
  const kind = kindOf(thing)
  return (
    <h2 className="thing-title">
      <span>{kind === null ? words.internet : words.kinds[kind]}</span> {nameOf(thing)}
    </h2>
  )
}

function Deeds({ single }: { readonly single: boolean }) {
  const words = useStudioWords()
  const locked = usePlayground(({ scenario }) => scenario.document.locked === true)
  return (
    <fieldset className="thing-deeds" disabled={locked}>
      <legend className="sr-only">{words.properties.actions}</legend>
      {single ? (
        <>
          <Button onClick={() => openDialog('connect')}>{words.connect}</Button>
          <Button onClick={() => openDialog('rename')}>{words.rename}</Button>
        </>
      ) : null}
      <Button onClick={() => openDialog('move')}>{words.move}</Button>
      <Button onClick={() => void duplicateSelected()}>{words.duplicate}</Button>
      <Button onClick={() => void removeSelected()}>{words.remove}</Button>
    </fieldset>
  )
}
