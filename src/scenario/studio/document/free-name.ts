import type { ScenarioDocument } from '../../document.ts'
import { everyThing } from './find-thing.ts'
import { referencesOf } from './references.ts'

/** As the schema has it. */
const LONGEST = 63

/** Words that mean something where a name could stand. */
const RESERVED = ['internet', 'default-internet-gateway', 'discard', 'all-subnets']

/**
 * Names that a new thing does not get: those of all others, so that nobody has to ask which of two is
 * meant, and those that stand somewhere for something that is not there any more.
 */
export function takenNames(document: ScenarioDocument): Set<string> {
  const ranges = document.vpcs.flatMap(({ subnets }) =>
    subnets.flatMap(({ secondaryRanges }) => secondaryRanges.map(({ name }) => name)),
  )
  return new Set([
    ...RESERVED,
    ...everyThing(document).map(({ name }) => name),
    ...referencesOf(document).map(({ name }) => name),
    ...ranges,
  ])
}

/**
 * Goes on where the last of its like left off: after `node-2` comes `node-3`, after `pod-b` `pod-c`.
 * Without a pattern to go on with it is `STEM-1`, or `STEM-2` beside one that is called just STEM.
 */
export function freeName(
  taken: ReadonlySet<string>,
  like: string | undefined,
  stem: string,
): string {
  const [start, first] = patternOf(like, stem)
  let at = first
  while (true) {
    const name = typeof at === 'number' ? numbered(start, at) : `${start}${at}`
    if (!taken.has(name)) return name
    at = typeof at === 'number' ? at + 1 : letterAfter(at)
  }
}

/** The word itself where nobody has it yet, else with a number. */
export function freeWord(taken: ReadonlySet<string>, word: string): string {
  const short = word.slice(0, LONGEST)
  return taken.has(short) ? freeName(taken, short, short) : short
}

const numbered = (start: string, at: number): string =>
  `${start.slice(0, LONGEST - String(at).length)}${at}`

function patternOf(
  like: string | undefined,
  stem: string,
): readonly [start: string, next: number | string] {
  const [, counted, digits] = /^(.*?)(\d{1,9})$/.exec(like ?? '') ?? []
  if (counted !== undefined && digits !== undefined) return [counted, Number(digits) + 1]
  const [, lettered, letter] = /^(.*-)([a-y])$/.exec(like ?? '') ?? []
  if (lettered !== undefined && letter !== undefined) return [lettered, letterAfter(letter)]
  if (like?.startsWith(stem) && like.length + 2 <= LONGEST) {
    return [`${like}-`, 2]
  }
  return [`${stem}-`, 1]
}

/** After `z` one counts. */
const letterAfter = (letter: string): number | string =>
  letter >= 'z' ? 1 : String.fromCharCode(letter.charCodeAt(0) + 1)
