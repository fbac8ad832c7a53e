import type { ConfigReport } from '../../dataplanes/config-report.ts'
import { refuserSentence } from '../../i18n/messages.ts'
import { useOwnerOf } from '../../store/owners.ts'
import { usePlayground } from '../../store/playground.ts'
import { useDataplaneOnShow, useMessages, useOwnWords } from '../../store/reading.ts'
import { Spoken } from '../kit/Spoken.tsx'

/** What became of the text: a draft, accepted, unread, or refused in the tool's own words. */
export function ConfigStatus({ report }: { readonly report: ConfigReport }) {
  const messages = useMessages()
  const { ui, config } = messages
  const own = useOwnWords()
  const ownerOf = useOwnerOf()
  const applied = usePlayground((state) => state.scenario.manifests.applied)
  const standard = useDataplaneOnShow() === 'gke-standard'
  const { status } = ui.panels.settings
  const { error, state } = report
  const draft = standard ? ui.config.draft : status.draft
  const said = standard ? config.states[state] : [status[state]]
  return (
    <div className="config-status" role="status" data-state={applied ? state : 'draft'}>
      {error === null ? (
        <p>{applied ? <Spoken sentence={said} ownerOf={ownerOf} /> : draft}</p>
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
          <p>{applied ? ui.config.oldRulesStand : draft}</p>
        </>
      )}
    </div>
  )
}
