import { useId } from 'react'
import type { Outcome, Symptom, Trace } from '../../engine/trace.ts'
import type { PathWords } from '../../i18n/path-words.ts'
import { talkOf } from '../../i18n/talk.ts'
import { useOwnerOf } from '../../store/owners.ts'
import { usePlayground } from '../../store/playground.ts'
import { Spoken } from '../kit/Spoken.tsx'
import { toolPrints } from './tool-prints.ts'

interface Told {
  readonly words: PathWords
  readonly trace: Trace
}

/** Where it ends and how one notices; or what would have to be known to say so. Why is said at the hop. */
export function PathEnd({ words, trace }: Told) {
  const { symptom, missing } = trace.outcome
  if (symptom !== null) return <Failure words={words} trace={trace} symptom={symptom} />
  return missing.length === 0 ? null : <NotTold words={words} missing={missing} />
}

function Failure({ words, trace, symptom }: Told & { readonly symptom: Symptom }) {
  const failed = trace.path.find(({ state }) => state === 'failed')
  return (
    <details className="path-end" data-symptom={symptom}>
      <summary>
        {failed === undefined ? null : (
          <span className="sr-only">{words.firstFailure(words.steps[failed.step].name)} </span>
        )}
        <span className="path-more">{words.seen}</span>
      </summary>
      <Seen words={words} trace={trace} symptom={symptom} />
    </details>
  )
}

function Seen({ words, trace, symptom }: Told & { readonly symptom: Symptom }) {
  const ownerOf = useOwnerOf()
  const open = usePlayground(({ scenario }) => scenario.flow.existing === true)
  const { before } = trace.forward.hops[0]
  const talk = talkOf(before.protocol, open)
  const prints = talk === 'open' ? [] : toolPrints(symptom, before)
  return (
    <div className="path-seen">
      <p>
        <Spoken sentence={words.symptoms[symptom][talk]} ownerOf={ownerOf} />
      </p>
      {prints.length === 0 ? null : (
        <dl>
          {prints.map(({ command, output }) => (
            <div key={command}>
              <dt>{command}</dt>
              <dd>{output}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

function NotTold({
  words,
  missing,
}: {
  readonly words: PathWords
  readonly missing: Outcome['missing']
}) {
  const ownerOf = useOwnerOf()
  const title = useId()
  return (
    <div className="path-end">
      <p id={title}>{words.notTold}</p>
      <ul aria-labelledby={title}>
        {missing.map((each) => (
          <li key={`${each.code} ${each.of}`}>
            <Spoken sentence={words.missing[each.code](each)} ownerOf={ownerOf} />
          </li>
        ))}
      </ul>
    </div>
  )
}
