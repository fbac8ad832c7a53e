import type { DetectiveWords } from '../../i18n/detective-words.ts'
import type { ExplainWords } from '../../i18n/explain/explain-words.ts'
import type { CommandGroup, GuideWords } from '../../i18n/guide/guide-words.ts'
import type { Messages } from '../../i18n/messages.ts'
import type { ProbeWords } from '../../i18n/probe/probe-words.ts'
import type { StudioWords } from '../../i18n/studio-words.ts'
import type { Explaining } from '../../store/explaining.ts'
import type { PlaygroundState } from '../../store/playground.ts'
import type { DataplaneName } from '../../worker/protocol.ts'

/** Something that can be done from wherever one is. */
export interface Command {
  /** Of its own among all commands. */
  readonly id: string
  readonly group: CommandGroup
  readonly label: string
  /** What it is found by as well: its English name, an address. */
  readonly also?: string
  /** What stands beside it: an address, or how things are now. */
  readonly note?: string
  /** As in `shortcuts.ts`: how it is done without the list. */
  readonly keys?: string
  readonly run: () => void
}

/** How the page stands, and the words to say it in. */
export interface CommandContext {
  readonly state: PlaygroundState
  readonly messages: Messages
  /** Whoever reads docs in English looks for their words. */
  readonly english: Messages
  readonly guide: GuideWords
  readonly studio: StudioWords
  readonly detective: DetectiveWords
  readonly explain: ExplainWords
  readonly probe: ProbeWords
  readonly dataplanes: readonly DataplaneName[]
  readonly drawing: boolean
  readonly explaining: Explaining
  /** Is there anything to take back, to make again? */
  readonly history: { readonly undo: boolean; readonly redo: boolean }
}

/** The commands of one kind, as the page stands. */
export type CommandSource = (context: CommandContext) => readonly Command[]
