import type { Messages } from '../messages.ts'
import type { ShellText } from '../shell.en.ts'

/** For whom it is explained. The catalogues themselves speak to engineers. */
export const LEVELS = ['manager', 'engineer', 'kernel'] as const
export type Level = (typeof LEVELS)[number]

/** What a level says in its own way; the names of things stay as they are. */
export interface LevelText extends Pick<Messages, 'reasons' | 'steps' | 'deeds'> {
  readonly summary: ShellText['summary']
}

/** The same catalogue, speaking to somebody else. */
export const atLevel = (messages: Messages, { summary, ...said }: LevelText): Messages => ({
  ...messages,
  ...said,
  ui: { ...messages.ui, shell: { ...messages.ui.shell, summary } },
})
