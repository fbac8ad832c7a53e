import type { KeyboardEvent } from 'react'
import { findThings, openDialog } from '../../store/studio.ts'
import { isWriting } from './is-writing.ts'

/** What every part of the studio understands, except where one writes. */
export function studioKeys(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.altKey) return
  const command = event.ctrlKey || event.metaKey
  if (command || isWriting(event.target) || inDialog(event.target)) return
  const act = KEYS[event.key] ?? null
  if (act === null) return
  event.preventDefault()
  act()
}

const KEYS: Readonly<Record<string, () => void>> = {
  a: () => openDialog('add'),
  A: () => openDialog('add'),
  '/': findThings,
}

const inDialog = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('dialog') !== null
