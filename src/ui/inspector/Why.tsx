import type { Outcome, Trace } from '../../engine/trace.ts'
import { reasonSentence } from '../../i18n/messages.ts'
import { useOwnerOf } from '../../store/owners.ts'
import { useMessages, useTrace } from '../../store/reading.ts'
import { Spoken } from '../kit/Spoken.tsx'
import { WhereFrom } from '../sources/WhereFrom.tsx'

/** Why the source is what it is, and, where the packet did not make it, why not. */
export function Why() {
  const trace = useTrace()
  return trace === null ? null : <Because trace={trace} />
}

function Because({ trace }: { readonly trace: Trace }) {
  const messages = useMessages()
  const ownerOf = useOwnerOf()
  const { because, reason, kind } = trace.outcome
  return (
    <div className="why">
      <p>
        <Spoken sentence={reasonSentence(messages, because)} ownerOf={ownerOf} />
      </p>
      <WhereFrom key={because.code} of={{ kind: 'reason', code: because.code }} />
      {endedBadly(kind) && reason.code !== because.code ? (
        <p className="why-end">
          <Spoken sentence={reasonSentence(messages, reason)} ownerOf={ownerOf} />
        </p>
      ) : null}
    </div>
  )
}

const endedBadly = (kind: Outcome['kind']): boolean => kind === 'dropped'
