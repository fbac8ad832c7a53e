import { sentenceFor } from '../../i18n/messages.ts'
import { plain } from '../../i18n/sentence.ts'
import type { LinkIssue } from '../../share/link-issue.ts'
import { askAgain } from '../../store/evaluating.ts'
import { usePlayground } from '../../store/playground.ts'
import { useMessages } from '../../store/reading.ts'
import { faultOf } from '../../store/run.ts'
import { dismissLinkTrouble } from '../../store/view-actions.ts'
import type { EngineFault } from '../../worker/protocol.ts'
import { Banner } from '../kit/Banner.tsx'
import { Button } from '../kit/Button.tsx'

/** Trouble that concerns the whole page: an engine that fails, a link that could not be read. */
export function Banners() {
  const messages = useMessages()
  const fault = usePlayground(({ run }) => faultOf(run))
  const linkTrouble = usePlayground((state) => state.linkTrouble)
  const { trouble } = messages.ui
  return (
    <>
      {fault === null ? null : (
        <Banner
          tone="trouble"
          action={<Button onClick={() => void askAgain()}>{trouble.retry}</Button>}
        >
          {plain(sentenceFor<EngineFault, 'code'>(messages.faults, 'code', fault))}
        </Banner>
      )}
      {linkTrouble === null ? null : (
        <Banner
          tone="note"
          action={<Button onClick={dismissLinkTrouble}>{trouble.dismiss}</Button>}
        >
          {plain(sentenceFor<LinkIssue, 'code'>(messages.linkIssues, 'code', linkTrouble))}
        </Banner>
      )}
    </>
  )
}
