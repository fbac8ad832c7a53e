import type { Hop } from '../../engine/trace.ts'

/** A verdict has a shape before it has a colour. A hop that only passes a packet on has none. */
export const MOOD_MARK: Readonly<Record<Hop['mood'], string>> = {
  passed: '',
  kept: '●',
  translated: '⇄',
  dropped: '✕',
  undetermined: '◌',
  delivered: '●',
}
