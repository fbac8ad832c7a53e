import { lazy, Suspense, use } from 'react'
import type { ExplainWords } from '../../i18n/explain/explain-words.ts'
import { LEVELS } from '../../i18n/levels/level.ts'
import { loadExplainWords } from '../../i18n/load-explain-words.ts'
import { chooseLevel, readAsText, useExplaining } from '../../store/explaining.ts'
import { showDialog } from '../../store/page.ts'
import { useMessages } from '../../store/reading.ts'
import { Button } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { fetchTwin } from '../twin/fetch-twin.ts'
import { StepTold } from './StepTold.tsx'
import './explain.css'

const TwinRegion = lazy(() => fetchTwin().then((chunk) => ({ default: chunk.TwinRegion })))

/** How what happened is explained: to whom, as steps or as a text, and in which words. */
export function Explain() {
  const { language } = useMessages()
  const words = use(loadExplainWords(language))
  const { level, asText } = useExplaining()
  return (
    <>
      <StepTold words={words} />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a row everywhere */}
      <div className="explain" role="group" aria-label={words.bar}>
        <ViewChoice words={words} asText={asText} />
        <Choice
          label={words.level}
          showLabel
          options={LEVELS.map((id) => ({ id, label: words.levels[id] }))}
          chosen={level}
          onChoose={chooseLevel}
        />
        <span className="explain-end">
          <Button look="quiet" aria-haspopup="dialog" onClick={() => showDialog('glossary')}>
            {words.glossary}
          </Button>
          <Button look="quiet" onClick={() => window.print()}>
            {words.print}
          </Button>
        </span>
      </div>
      <Suspense fallback={<p className="twin">{words.waiting}</p>}>
        {asText ? <TwinRegion words={words} /> : null}
      </Suspense>
    </>
  )
}

/** The list of hops, or everything as a text in its place. */
function ViewChoice({ words, asText }: { readonly words: ExplainWords; readonly asText: boolean }) {
  return (
    <span className="explain-views">
      <button type="button" aria-pressed={!asText} onClick={() => readAsText(false)}>
        {words.asSteps}
      </button>
      <button type="button" aria-pressed={asText} onClick={() => readAsText(true)}>
        {words.asText}
      </button>
    </span>
  )
}
