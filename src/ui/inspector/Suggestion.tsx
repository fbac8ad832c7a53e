import type { Messages } from '../../i18n/messages.ts'
import type { Sentence } from '../../i18n/sentence.ts'
import { useOwnerOf } from '../../store/owners.ts'
import { replay } from '../../store/playback-actions.ts'
import { usePlayground } from '../../store/playground.ts'
import { useEvaluation, useMessages } from '../../store/reading.ts'
import { NO_RULES, useRuleBook } from '../../store/rule-book.ts'
import {
  editManifests,
  sendFlow,
  setDefaultSnat,
  setManifestsApplied,
} from '../../store/scenario-actions.ts'
import { masqueradeLinkLocal } from '../controls/masquerade-link-local.ts'
import { Button } from '../kit/Button.tsx'
import { Spoken } from '../kit/Spoken.tsx'
import { type Suggested, suggest } from './suggest.ts'

/** What to try next: one sentence, one button. */
export function Suggestion() {
  const messages = useMessages()
  const ownerOf = useOwnerOf()
  const evaluation = useEvaluation()
  const rules = useRuleBook() ?? NO_RULES
  const scenario = usePlayground((state) => state.scenario)
  const suggested = evaluation === null ? null : suggest(scenario, evaluation, rules)
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
    case 'apply-draft':
      return { why: words.applyDraft.why(), act: words.applyDraft.act }
    case 'use-draft':
      return { why: words.useDraft.why(), act: words.useDraft.act }
    case 'take-out-range':
      return { why: words.takeOutRange.why(suggested.cidr), act: words.takeOutRange.act }
    case 'turn-snat-on':
      return { why: words.turnSnatOn.why(), act: words.turnSnatOn.act }
    case 'masq-link-local':
      return { why: words.masqLinkLocal.why(suggested.to), act: words.masqLinkLocal.act }
    case 'send':
      return { why: words.sendTo.why(suggested.flow.to), act: words.sendTo.act }
  }
}

function doIt(suggested: Suggested): void {
  switch (suggested.kind) {
    case 'apply-draft':
      setManifestsApplied(true)
      break
    case 'use-draft':
    case 'take-out-range':
      editManifests(suggested.text)
      replay()
      break
    case 'turn-snat-on':
      setDefaultSnat(true)
      break
    case 'masq-link-local':
      void masqueradeLinkLocal(true)
      break
    case 'send':
      sendFlow(suggested.flow)
  }
}
