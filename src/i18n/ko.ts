import type { Messages } from './messages.ts'
import { uiKo } from './ui.ko.ts'

export const ko: Messages = {
  language: 'ko',
  ui: uiKo,
}
