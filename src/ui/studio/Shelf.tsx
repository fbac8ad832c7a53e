import { showShelf, useStudio } from '../../store/studio.ts'
import { IconButton } from '../kit/Button.tsx'
import { BackIcon, ForwardIcon } from '../kit/icons.tsx'
import { Tabs } from '../kit/Tabs.tsx'
import { AddList } from './AddList.tsx'
import { Outline } from './Outline.tsx'
import { useStudioWords } from './use-studio-words.ts'
import './shelf.css'

/** To the left of the map: what can be put on it, and all that is there. */
export function Shelf() {
  const { shelf: words } = useStudioWords()
  const shelf = useStudio((state) => state.shelf)
  if (shelf === null) {
    return (
      <aside className="shelf" data-folded aria-label={words.label}>
        <IconButton look="quiet" label={words.show} onClick={() => showShelf('add')}>
          <ForwardIcon />
        </IconButton>
      </aside>
    )
  }
  return (
    <aside className="shelf" data-shelf={shelf} aria-label={words.label}>
      <Tabs
        label={words.label}
        tabs={[
          { id: 'add', label: words.add },
          { id: 'outline', label: words.outline },
        ]}
        chosen={shelf}
        onChoose={showShelf}
      >
        {shelf === 'add' ? <AddList /> : <Outline />}
      </Tabs>
      <IconButton look="quiet" label={words.hide} onClick={() => showShelf(null)}>
        <BackIcon />
      </IconButton>
    </aside>
  )
}
