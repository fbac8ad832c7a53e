import type { KeyboardEvent } from 'react'
import { stepByRule } from '../../../store/playback-actions.ts'

/**
 * The keys of the chain while the focus is in it: `.` and `,` step rule by rule, `b` stops at the rule
 * that has the focus, else at the one that is on show, arrows go from rule to rule.
 */
export function chainKeys(event: KeyboardEvent<HTMLElement>): void {
  const { key, ctrlKey, metaKey, altKey, currentTarget, target } = event
  if (ctrlKey || metaKey || altKey || !(target instanceof HTMLElement)) return
  const acted = stepped(key) || stopped(key, currentTarget, target) || moved(key, target)
  if (acted) event.preventDefault()
}

function stepped(key: string): boolean {
  if (key !== '.' && key !== ',') return false
  stepByRule(key === '.' ? 1 : -1)
  return true
}

function stopped(key: string, chain: HTMLElement, target: HTMLElement): boolean {
  if (key.toLowerCase() !== 'b') return false
  const row = target.closest('tr.rule') ?? chain.querySelector('tr.rule[aria-current="step"]')
  row?.querySelector<HTMLElement>('.stop')?.click()
  return true
}

/** To the same button of the next rule: its number, or how it went. */
function moved(key: string, target: HTMLElement): boolean {
  const by = key === 'ArrowDown' ? 1 : -1
  const kind = target.matches('.stop') ? '.stop' : '.why-ask'
  if (!key.match(/^Arrow(Down|Up)$/) || !target.matches('.stop, .why-ask')) return false
  const all = [...(target.closest('table')?.querySelectorAll<HTMLElement>(kind) ?? [])]
  all[all.indexOf(target) + by]?.focus()
  return true
}
