import type { ConfigReport } from '../../dataplanes/config-report.ts'
import { refuserSentence } from '../../i18n/messages.ts'
import { useOwnerOf } from '../../store/owners.ts'
import { usePlayground } from '../../store/playground.ts'
import { useMessages, useOwnWords } from '../../store/reading.ts'
import { Spoken } from '../kit/Spoken.tsx'

/** What became of the text: a draft, accepted, unread, or refused in the tool's own words. */
export function ConfigStatus({ report }: { readonly report: ConfigReport }) {
  const messages = useMessages()
  const { ui, config } = messages
  const own = useOwnWords()
  const ownerOf = useOwnerOf()
  const applied = usePlayground((state) => state.scenario.manifests.applied)
  const { error, state } = report
  return (
    <div className="config-status" role="status" data-state={applied ? state : 'draft'}>
      {error === null ? (
        <p>
          {applied ? <Spoken sentence={config.states[state]} ownerOf={ownerOf} /> : ui.config.draft}
        </p>
      ) : (
        <>
          <p>
            <Spoken sentence={refuserSentence(messages, own, error.by)} ownerOf={ownerOf} />
            {error.line === null ? null : (
              <span className="config-place"> {ui.config.place(error.line, error.column)}</span>
            )}
          </p>
          <pre>
            <code>{error.text}</code>
          </pre>
          {applied ? <p>{ui.config.oldRulesStand}</p> : <p>{ui.config.draft}</p>}
        </>
      )}
    </div>
  )
}
