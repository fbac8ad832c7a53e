import type { KeyboardEvent } from 'react'
import { stepByRule } from '../../../store/playback-actions.ts'

/** The two keys of the transport that step rule by rule, also while the focus is on a rule. */
export function stepByRuleKey(event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey } = event
  if ((key !== '.' && key !== ',') || ctrlKey || metaKey || altKey) return
  event.preventDefault()
  stepByRule(key === '.' ? 1 : -1)
}
