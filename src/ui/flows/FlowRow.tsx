import type { Outcome, Trace } from '../../engine/trace.ts'
import { fateOf } from '../../i18n/fate.ts'
import type { FlowsWords } from '../../i18n/flows-words.ts'
import { sentenceFor } from '../../i18n/messages.ts'
import { placeNamer } from '../../i18n/place-name.ts'
import { partText } from '../../i18n/sentence.ts'
import type { Issue } from '../../scenario/issue.ts'
import { writeDestination } from '../../scenario/read-destination.ts'
import type { FlowSpec } from '../../scenario/state.ts'
import { chooseFlow } from '../../store/flow-actions.ts'
import { useOwnerOf } from '../../store/owners.ts'
import { useMessages } from '../../store/reading.ts'
import { AddressChip } from '../kit/AddressChip.tsx'
import { MOOD_MARK } from '../kit/mood-mark.ts'
import { Spoken } from '../kit/Spoken.tsx'

interface Row {
  readonly words: FlowsWords
  readonly flow: FlowSpec
  readonly state: 'chosen' | 'listed' | 'apart'
  /** Null where it could not be sent. */
  readonly trace: Trace | null
  readonly issue: Issue | null
}

/** One flow: who sends what to whom, and what comes of it. */
export function FlowRow({ words, flow, state, trace, issue }: Row) {
  const { name, from, existing, protocol } = flow
  const outcome = trace?.outcome
  const first = trace?.forward.hops[0].before
  return (
    <tr
      aria-current={state === 'listed' ? undefined : 'true'}
      data-outcome={outcome?.kind}
      data-source={outcome?.source}
    >
      <th scope="row">
        {state === 'apart' ? (
          <span className="flow-apart">{words.apart}</span>
        ) : (
          <button
            type="button"
            aria-label={words.show(name)}
            aria-pressed={state === 'chosen'}
            onClick={() => chooseFlow(name)}
          >
            {name}
          </button>
        )}
      </th>
      <td>
        <span className="flow-way">
          {first === undefined ? (
            <code>{from}</code>
          ) : (
            <>
              <span>{from}</span>
              <AddressChip address={first.src} owner={first.srcOwner} />
            </>
          )}
          <span aria-hidden="true">→</span>
          <code>{writeDestination(flow)}</code>
          <span className="flow-quiet">{protocol}</span>
        </span>
      </td>
      <td className="flow-quiet">{existing ? words.existing : words.fresh}</td>
      <td>
        {outcome === undefined ? (
          <Unsent words={words} issue={issue} />
        ) : (
          <Verdict words={words} outcome={outcome} />
        )}
      </td>
      <td>
        {outcome === undefined ? null : (
          <AddressChip address={outcome.seenAs.address} owner={outcome.seenAs.owner} />
        )}
      </td>
    </tr>
  )
}

function Verdict({ words, outcome }: { readonly words: FlowsWords; readonly outcome: Outcome }) {
  const { names } = useMessages()
  const { internet, metadata } = names.places
  const at = partText(placeNamer({ internet, metadata })(outcome.by))
  const { symptom } = outcome
  return (
    <>
      <span className="flow-mark" aria-hidden="true">
        {markOf(outcome)}
      </span>
      <span className="flow-verdict">{names.outcomes[fateOf(outcome)]}</span>
      {symptom === null ? null : (
        <span className="flow-quiet">{words.where(at, words.symptoms[symptom])}</span>
      )}
    </>
  )
}

function markOf({ kind, source }: Outcome): string {
  if (kind !== 'delivered') return MOOD_MARK[kind]
  return source === 'translated' ? MOOD_MARK.translated : MOOD_MARK.delivered
}

function Unsent({ words, issue }: { readonly words: FlowsWords; readonly issue: Issue | null }) {
  const { issues } = useMessages()
  const ownerOf = useOwnerOf()
  return (
    <span className="flow-quiet">
      {words.notSent}
      {issue === null ? null : (
        <>
          {': '}
          <Spoken sentence={sentenceFor<Issue, 'code'>(issues, 'code', issue)} ownerOf={ownerOf} />
        </>
      )}
    </span>
  )
}
