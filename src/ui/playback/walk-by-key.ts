import type { KeyboardEvent } from 'react'
import {
  showEnd,
  showHop,
  stepByHop,
  stepByRule,
  togglePlaying,
} from '../../store/playback-actions.ts'

const KEYS: Readonly<Record<string, () => void>> = {
  ' ': togglePlaying,
  ArrowRight: () => stepByHop(1),
  ArrowDown: () => stepByHop(1),
  ArrowLeft: () => stepByHop(-1),
  ArrowUp: () => stepByHop(-1),
  '.': () => stepByRule(1),
  ',': () => stepByRule(-1),
  Home: () => showHop(0),
  End: showEnd,
}

/** Keys that walk along the packet's path, wherever a part of the playback has the focus. */
export function walkByKey(event: KeyboardEvent): void {
  const act = KEYS[event.key]
  if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return
  // A button keeps its own Space, a list or a slider its own arrows.
  const { target, currentTarget } = event
  if (target !== currentTarget && target instanceof HTMLElement && ownsKey(target, event.key))
    return
  event.preventDefault()
  act()
}

function ownsKey(target: HTMLElement, key: string): boolean {
  if (target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement) return key === ' '
  if (target instanceof HTMLInputElement && target.type === 'range')
    return /^(Arrow|Home|End)/.test(key)
  return target.matches('select, input, textarea')
}
