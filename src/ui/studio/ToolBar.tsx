import type { PlaceMap } from '../../scenario/evaluation.ts'
import { makeEdits } from '../../store/edits.ts'
import { showDialog } from '../../store/page.ts'
import { usePlayground } from '../../store/playground.ts'
import { useEvaluation } from '../../store/reading.ts'
import { findThings, openDialog } from '../../store/studio.ts'
import { useNarrow } from '../app/use-narrow.ts'
import { useMapOnShow } from '../canvas/use-drawn-map.ts'
import { useGuideWords } from '../guide/use-guide-words.ts'
import { Button } from '../kit/Button.tsx'
import { Switch } from '../kit/Switch.tsx'
import { keysFor } from '../shortcuts/shortcuts.ts'
import { StudioTools } from './StudioTools.tsx'
import { tidyUp } from './tidy-up.ts'
import { useStudioWords } from './use-studio-words.ts'

/** Above the map: added, found, tidied, locked; in one column also back to playing, and taken back. */
export function ToolBar() {
  const words = useStudioWords()
  const { shortcuts } = useGuideWords()
  const narrow = useNarrow()
  const locked = usePlayground(({ scenario }) => scenario.document.locked === true)
  const map = useEvaluation()?.map ?? null
  return (
    <div className="tool-bar" role="toolbar" aria-label={words.tools}>
      {narrow ? (
        <>
          <StudioTools />
          <span className="tool-rule" aria-hidden="true" />
        </>
      ) : null}
      <Button
        look="quiet"
        title={`${words.add} (${keysFor('add')})`}
        disabled={locked}
        onClick={() => openDialog('add')}
      >
        {words.add}
      </Button>
      <Button look="quiet" title={`${words.find} (${keysFor('outline')})`} onClick={findThings}>
        {words.find}
      </Button>
      {map === null ? null : <TidyButton map={map} disabled={locked} />}
      <Switch label={words.locked} checked={locked} onChange={(now) => void setLocked(now)} />
      <Button
        look="quiet"
        aria-label={shortcuts.title}
        title={`${shortcuts.title} (${keysFor('shortcuts')})`}
        onClick={() => showDialog('shortcuts')}
      >
        ?
      </Button>
    </div>
  )
}

function TidyButton({ map, disabled }: { readonly map: PlaceMap; readonly disabled: boolean }) {
  const words = useStudioWords()
  const onShow = useMapOnShow(map)
  return (
    <Button look="quiet" disabled={disabled} onClick={() => void tidyUp(onShow)}>
      {words.tidy}
    </Button>
  )
}

const setLocked = (locked: boolean) =>
  makeEdits([{ do: 'lock', locked }], {
    told: () => ({ what: locked ? 'locked' : 'unlocked' }),
    select: false,
  })
