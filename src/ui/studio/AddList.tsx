import { useId } from 'react'
import type { PaletteItem } from '../../i18n/studio-words.ts'
import { usePlayground } from '../../store/playground.ts'
import { addWhereItBelongs } from './add-item.ts'
import { PALETTE } from './palette.ts'
import { dragType } from './use-dropping.ts'
import { useStudioWords } from './use-studio-words.ts'

/** The palette: dragged onto the map, or pressed. */
export function AddList() {
  const words = useStudioWords()
  return (
    <div className="add-list">
      <p className="shelf-hint">{words.shelf.addHint}</p>
      {PALETTE.map(({ group, items }) => (
        <AddGroup key={group} title={words.groups[group]} items={items} />
      ))}
    </div>
  )
}

function AddGroup({
  title,
  items,
}: {
  readonly title: string
  readonly items: readonly PaletteItem[]
}) {
  const words = useStudioWords()
  const locked = usePlayground(({ scenario }) => scenario.document.locked === true)
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="shelf-group">
        {title}
      </h2>
      <ul>
        {items.map((item) => (
          <li key={item}>
            <button
              type="button"
              className="add-item"
              data-item={item}
              draggable={!locked}
              disabled={locked}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'copy'
                event.dataTransfer.setData(dragType(item), item)
              }}
              onClick={() => void addWhereItBelongs(item)}
            >
              <span className="add-shape" aria-hidden="true" />
              {words.items[item]}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
