import type { Messages } from '../../i18n/messages.ts'
import type { Sentence } from '../../i18n/sentence.ts'
import { investigate } from '../../store/investigation.ts'
import { useOwnerOf } from '../../store/owners.ts'
import { usePlayground } from '../../store/playground.ts'
import { useEvaluation, useMessages } from '../../store/reading.ts'
import { sendFlow } from '../../store/scenario-actions.ts'
import { dismissInvitation } from '../../store/view-actions.ts'
import { masqueradeLinkLocal } from '../controls/masquerade-link-local.ts'
import { Button } from '../kit/Button.tsx'
import { Spoken } from '../kit/Spoken.tsx'
import { type Suggested, suggest } from './suggest.ts'

/** What to try next: one sentence, one button. */
export function Suggestion() {
  const messages = useMessages()
  const ownerOf = useOwnerOf()
  const evaluation = useEvaluation()
  const scenario = usePlayground((state) => state.scenario)
  const suggested = evaluation === null ? null : suggest(scenario, evaluation)
  if (suggested === null) return null
  const { why, act } = wordsFor(messages.ui.panels.try, suggested)
  return (
    <aside className="suggestion" aria-label={messages.ui.first.tryThis}>
      <p>
        <Spoken sentence={why} ownerOf={ownerOf} />
      </p>
      <Button look="primary" onClick={() => doIt(suggested)}>
        {act}
      </Button>
    </aside>
  )
}

function wordsFor(
  words: Messages['ui']['panels']['try'],
  suggested: Suggested,
): { readonly why: Sentence; readonly act: string } {
  switch (suggested.kind) {
    case 'find-fixes':
      return { why: words.findFixes.why(), act: words.findFixes.act }
    case 'masq-link-local':
      return { why: words.masqLinkLocal.why(suggested.to), act: words.masqLinkLocal.act }
    case 'send':
      return { why: words.sendTo.why(suggested.flow.to), act: words.sendTo.act }
  }
}

function doIt(suggested: Suggested): void {
  switch (suggested.kind) {
    case 'find-fixes':
      dismissInvitation()
      investigate(true)
      break
    case 'masq-link-local':
      void masqueradeLinkLocal(true)
      break
    case 'send':
      sendFlow(suggested.flow)
  }
}
