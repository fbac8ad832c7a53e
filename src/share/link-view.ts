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
}

/** All of a view but its state: words and numbers that a screen may know or not. */
export type LinkScreen = Omit<LinkView, 'state'>

const NUMBERS = ['hop', 'step'] as const
const WORDS = ['tab', 'language', 'theme'] as const
const WORD = /^[A-Za-z0-9-]{1,32}$/
const MOST_STEPS = 100_000
const MOST_LANES = 50

/** Reads the fields of a screen from anything; the names of those that are not valid are `lost`. */
export function readScreen(draft: Readonly<Record<string, unknown>>): {
  readonly screen: LinkScreen
  readonly lost: readonly string[]
} {
  const screen: { -readonly [K in keyof LinkScreen]: LinkScreen[K] } = {}
  const lost: string[] = []
  for (const name of NUMBERS) {
    const value = draft[name]
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_STEPS) {
      screen[name] = value
    } else if (value !== undefined) lost.push(name)
  }
  for (const name of WORDS) {
    const value = draft[name]
    if (typeof value === 'string' && WORD.test(value)) screen[name] = value
    else if (value !== undefined) lost.push(name)
  }
  const { lanes } = draft
  if (isLanes(lanes)) screen.lanes = lanes
  else if (lanes !== undefined) lost.push('lanes')
  return { screen, lost }
}

const isLanes = (value: unknown): value is readonly string[] =>
  Array.isArray(value) &&
  value.length <= MOST_LANES &&
  value.every((lane) => typeof lane === 'string' && WORD.test(lane))
