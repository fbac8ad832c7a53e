import { use, useEffect, useRef } from 'react'
import { loadCompareWords } from '../../i18n/load-compare-words.ts'
import type { Comparison } from '../../scenario/compare/comparison.ts'
import { stopComparing } from '../../store/comparing.ts'
import { useDataplanes } from '../../store/dataplanes.ts'
import { usePlayground } from '../../store/playground.ts'
import { useMessages } from '../../store/reading.ts'
import { Button } from '../kit/Button.tsx'
import { Transport } from '../playback/Transport.tsx'
import type { CompareContext } from './compare-context.ts'
import { Divergence } from './Divergence.tsx'
import { LaneChoice } from './LaneChoice.tsx'
import { Lanes } from './Lanes.tsx'
import { Matrix } from './Matrix.tsx'
import './compare.css'

/** The same packet under several dataplanes: lanes that move in lockstep, and every destination. */
export function Compare() {
  const { ui, language } = useMessages()
  const words = use(loadCompareWords(language))
  const answer = usePlayground(({ compared }) => compared?.answer ?? null)
  const title = useRef<HTMLHeadingElement>(null)
  // What one was looking at is gone: whoever reads by ear begins here.
  useEffect(() => title.current?.focus(), [])
  return (
    <main className="compare">
      <div className="compare-scroll">
        <header className="compare-head">
          <h2 ref={title} tabIndex={-1}>
            {words.title}
          </h2>
          <Button onClick={stopComparing}>{words.back}</Button>
        </header>
        {answer === null ? (
          <p className="panel-note">{ui.loading}</p>
        ) : (
          <Answered comparison={answer} />
        )}
      </div>
      <Transport />
    </main>
  )
}

function Answered({ comparison }: { readonly comparison: Comparison }) {
  const { language } = useMessages()
  const words = use(loadCompareWords(language))
  const names = useDataplanes()
  const nameOf: CompareContext['nameOf'] = (dataplane) =>
    names?.find(({ id }) => id === dataplane)?.name ?? dataplane
  const context = { words, nameOf, comparison }
  return (
    <>
      <LaneChoice {...context} />
      <Divergence {...context} />
      <Lanes {...context} />
      {comparison.matrix.length === 0 ? null : <Matrix {...context} />}
    </>
  )
}
