import { use } from 'react'
import type { PathCheck, Trace } from '../../engine/trace.ts'
import { loadPathWords } from '../../i18n/load-path-words.ts'
import type { PathWords } from '../../i18n/path-words.ts'
import { showHop } from '../../store/playback-actions.ts'
import { useMessages, usePosition, useTrace } from '../../store/reading.ts'
import { PathEnd } from './PathEnd.tsx'
import { PATH_MARK } from './path-marks.ts'
import './path.css'

/** The whole path as questions in a row, each with its answer; the failed one is where it ends. */
export function Path() {
  const { language } = useMessages()
  const words = use(loadPathWords(language))
  const trace = useTrace()
  if (trace === null || trace.path.length === 0) return null
  return (
    <section className="path" aria-label={words.title}>
      <ol className="path-row">
        {trace.path.map((check) => (
          <li key={check.step} data-state={check.state} title={words.steps[check.step].asks}>
            <Answer words={words} check={check} trace={trace} />
          </li>
        ))}
      </ol>
      <PathEnd words={words} trace={trace} />
    </section>
  )
}

/** What was answered at a hop leads there. */
function Answer({
  words,
  check: { step, state, hop },
  trace,
}: {
  readonly words: PathWords
  readonly check: PathCheck
  readonly trace: Trace
}) {
  const { hop: shown } = usePosition()
  const { name } = words.steps[step]
  const assumed = state === 'passed' && hop === null
  const spoken = `${name}: ${assumed ? words.assumed : words.states[state]}`
  const mark = (
    <span className="path-mark" aria-hidden="true">
      {PATH_MARK[state]}
    </span>
  )
  if (hop === null) {
    return (
      <span className="path-answer" data-assumed={assumed || undefined}>
        {mark}
        <span aria-hidden="true">{name}</span>
        <span className="sr-only">{spoken}</span>
      </span>
    )
  }
  const index = hop.leg === 'forward' ? hop.index : trace.forward.hops.length + hop.index
  return (
    <button
      type="button"
      className="path-answer"
      aria-label={spoken}
      aria-current={index === shown ? 'step' : undefined}
      onClick={() => showHop(index)}
    >
      {mark}
      {name}
    </button>
  )
}
