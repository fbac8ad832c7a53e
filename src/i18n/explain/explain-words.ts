import type { Level } from '../levels/level.ts'

/** The words around what is explained: for whom, and as steps or as a text. */
export interface ExplainWords {
  readonly bar: string
  readonly asSteps: string
  readonly asText: string
  /** For whom one explains. */
  readonly level: string
  readonly levels: Readonly<Record<Level, string>>
  /** A command. */
  readonly chooseLevel: (level: string) => string
  readonly glossary: string
  readonly print: string
  readonly text: string
  readonly copy: string
  readonly copied: string
  readonly notCopied: string
  /** Stands where a packet is not told yet. */
  readonly waiting: string
  /** Read aloud: which hop of how many. */
  readonly hop: (hop: number, of: number) => string
}
