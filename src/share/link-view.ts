import type { ScenarioState } from '../scenario/state.ts'

/** What a link opens: what was chosen, and what was on show. Nothing computed. */
export interface LinkView {
  readonly state: ScenarioState
  /** Which hop of the journey, counted from 0; absent: the end. */
  readonly hop?: number
  /** Which rule within the hop; absent: the hop is done. */
  readonly step?: number
  readonly tab?: string
  /** BCP 47 tag. */
  readonly language?: string
  readonly theme?: string
  /** The dataplanes that stand side by side; empty: every one. Absent: the scenario's own, alone. */
  readonly lanes?: readonly string[]
  /** Where probes are, as `spotText` writes it; absent: nowhere. */
  readonly probes?: readonly string[]
}

/** All of a view but its state: words and numbers that a screen may know or not. */
export type LinkScreen = Omit<LinkView, 'state'>

const WORD = /^[A-Za-z0-9-]{1,32}$/
/** Names of places and chains, however they are written; nothing invisible. */
const SPOT = /^[^\p{C}]{1,200}$/u
const MOST_STEPS = 100_000

const isCount = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_STEPS

const isText = (value: unknown, pattern: RegExp): boolean =>
  typeof value === 'string' && pattern.test(value)

const isWord = (value: unknown): boolean => isText(value, WORD)

const isListOf = (value: unknown, pattern: RegExp, most: number): boolean =>
  Array.isArray(value) && value.length <= most && value.every((each) => isText(each, pattern))

/** What each field may be. */
const FITS: Readonly<Record<keyof LinkScreen, (value: unknown) => boolean>> = {
  hop: isCount,
  step: isCount,
  tab: isWord,
  language: isWord,
  theme: isWord,
  lanes: (value) => isListOf(value, WORD, 50),
  probes: (value) => isListOf(value, SPOT, 26),
}

/** Reads the fields of a screen from anything; the names of those that are not valid are `lost`. */
export function readScreen(draft: Readonly<Record<string, unknown>>): {
  readonly screen: LinkScreen
  readonly lost: readonly string[]
} {
  const written = Object.entries(FITS)
    .map(([name, fits]) => ({ name, fits, value: draft[name] }))
    .filter(({ value }) => value !== undefined)
  const kept = written.filter(({ value, fits }) => fits(value))
  return {
    screen: Object.fromEntries(kept.map(({ name, value }) => [name, value])),
    lost: written.filter(({ value, fits }) => !fits(value)).map(({ name }) => name),
  }
}
