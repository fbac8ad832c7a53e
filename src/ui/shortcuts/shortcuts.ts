import type { ShortcutId, ShortcutSection } from '../../i18n/guide/guide-words.ts'

export interface Shortcut {
  readonly id: ShortcutId
  /** Each a way to do it; `Mod` is Command on a Mac and Control elsewhere. */
  readonly keys: readonly string[]
}

/** **Every key that the page understands**, by where it does; who acts on them asks for the same keys. */
export const SHORTCUTS: readonly {
  readonly section: ShortcutSection
  readonly shortcuts: readonly Shortcut[]
}[] = [
  {
    section: 'everywhere',
    shortcuts: [
      { id: 'palette', keys: ['Mod+K'] },
      { id: 'shortcuts', keys: ['?'] },
      { id: 'undo', keys: ['Mod+Z'] },
      { id: 'redo', keys: ['Mod+Shift+Z', 'Mod+Y'] },
      { id: 'leave', keys: ['Esc'] },
    ],
  },
  {
    section: 'playing',
    shortcuts: [
      { id: 'play', keys: ['Space'] },
      { id: 'hop', keys: ['←', '→', '↑', '↓'] },
      { id: 'rule', keys: [',', '.'] },
      { id: 'stop', keys: ['B'] },
      { id: 'ends', keys: ['Home', 'End'] },
      { id: 'probe', keys: ['P'] },
    ],
  },
  {
    section: 'drawing',
    shortcuts: [
      { id: 'things', keys: ['←', '↑', '→', '↓'] },
      { id: 'properties', keys: ['Enter'] },
      { id: 'add', keys: ['A'] },
      { id: 'connect', keys: ['C'] },
      { id: 'move', keys: ['M'] },
      { id: 'rename', keys: ['F2'] },
      { id: 'remove', keys: ['Delete'] },
      { id: 'nudge', keys: ['Alt+←', 'Alt+→', 'Alt+↑', 'Alt+↓'] },
      { id: 'everything', keys: ['Mod+A'] },
      { id: 'duplicate', keys: ['Mod+D'] },
      { id: 'clipboard', keys: ['Mod+C', 'Mod+X', 'Mod+V'] },
      { id: 'outline', keys: ['/'] },
      { id: 'more', keys: ['Shift'] },
      { id: 'nothing', keys: ['Esc'] },
    ],
  },
  {
    section: 'writing',
    shortcuts: [
      { id: 'send', keys: ['Enter'] },
      { id: 'known', keys: ['↓', '↑'] },
      { id: 'indent', keys: ['Tab'] },
      { id: 'out', keys: ['Esc', 'Tab'] },
    ],
  },
]

/** As on the keys of the reader's own machine; the first way where there are several. */
export function keysFor(id: ShortcutId): string {
  const found = SHORTCUTS.flatMap(({ shortcuts }) => shortcuts).find((each) => each.id === id)
  return keyText(found?.keys[0] ?? '')
}

const MAC: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' }

/** `Mod+Shift+Z` is `Ctrl+Shift+Z`, on a Mac `⇧⌘Z`. */
export function keyText(keys: string, mac = isMac()): string {
  if (!mac) return keys.replace('Mod', 'Ctrl')
  const parts = keys.split('+')
  const held = ['Alt', 'Shift', 'Mod'].filter((key) => parts.includes(key) && parts.length > 1)
  return [...held.map((key) => MAC[key]), ...parts.filter((key) => !held.includes(key))].join('')
}

export const isMac = (): boolean => /Mac|iP(hone|ad)/.test(navigator.platform)
