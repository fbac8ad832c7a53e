import type { Messages } from './messages.ts'
import { uiJa } from './ui.ja.ts'

export const ja: Messages = {
  language: 'ja',
  ui: uiJa,
}
