import type { Messages } from './messages.ts'
import { uiEn } from './ui.en.ts'

export const en: Messages = {
  language: 'en',
  ui: uiEn,
}
