import { type Bench, type Case, changeKey, startBench } from './bench.ts'
import type { Change } from './change.ts'
import type { Failure } from './failure.ts'
import { type Found, holdsOneOf, minimalParts } from './minimal-parts.ts'
import { remediesFor } from './remedies.ts'
import type { Remedy } from './remedy.ts'

export interface Searched {
  readonly found: readonly Found[]
  /** The failure that a change was proposed against, by `changeKey`. */
  readonly answers: ReadonlyMap<string, Failure>
  /** False: there was more to try than was tried. */
  readonly complete: boolean
}

/** As many changes as somebody would make at once. */
const MOST_CHANGES = 4
const MOST_FOUND = 16

/**
 * Breadth first: what helps at once comes before what helps only together. A remedy that leads to
 * another failure is carried on with; one after which nothing is different is not.
 */
export async function searchFixes(start: Failure, of: Case, most: number): Promise<Searched> {
  const search: Search = { bench: startBench(of, most), answers: new Map(), found: [] }
  let level: readonly Lead[] = [{ changes: [], failure: start }]
  while (level.length > 0 && goesOn(search)) {
    const next: Lead[] = []
    for (const lead of level) next.push(...(await follow(search, lead)))
    level = next
  }
  return { ...search, complete: level.length === 0 }
}

interface Search {
  readonly bench: Bench
  readonly answers: Map<string, Failure>
  readonly found: Found[]
}

/** Changes after which another step fails. */
interface Lead {
  readonly changes: readonly Change[]
  readonly failure: Failure
}

const goesOn = ({ bench, found }: Search): boolean => bench.open() && found.length < MOST_FOUND

async function follow(search: Search, lead: Lead): Promise<readonly Lead[]> {
  const leads: Lead[] = []
  for (const remedy of remediesFor(lead.failure)) {
    if (!goesOn(search)) break
    const further = await tryRemedy(search, lead, remedy)
    if (further !== null) leads.push(further)
  }
  return leads
}

/** Null where it leads no further: it suffices, changes nothing, or was tried before. */
async function tryRemedy(
  { bench, answers, found }: Search,
  { changes: before, failure }: Lead,
  remedy: Remedy,
): Promise<Lead | null> {
  const changes = joined(before, remedy)
  if (changes === null || bench.hasTried(changes) || holdsOneOf(found, changes)) return null
  for (const change of remedy) {
    const key = changeKey(change)
    answers.set(key, answers.get(key) ?? failure)
  }
  const tried = await bench.attempt(changes)
  if (tried === null) return null
  if (tried.failure !== null) {
    return moved(failure, tried.failure) ? { changes, failure: tried.failure } : null
  }
  found.push(...(await minimalParts(bench, changes, found)))
  return null
}

/** Null where nothing is new, or it becomes too much. */
function joined(before: readonly Change[], remedy: Remedy): readonly Change[] | null {
  const known = new Set(before.map(changeKey))
  const fresh = remedy.filter((change) => !known.has(changeKey(change)))
  const all = [...before, ...fresh]
  return fresh.length === 0 || all.length > MOST_CHANGES ? null : all
}

/** Another step fails, or the same one for another reason, or with another source. */
const moved = (a: Failure, b: Failure): boolean => signature(a) !== signature(b)

const signature = ({ outcome }: Failure): string => {
  const { kind, lostOn, seenAs, by, reason, because } = outcome
  return JSON.stringify([kind, lostOn, seenAs, by, reason, because])
}
