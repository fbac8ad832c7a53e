import type { Trace } from '../../engine/trace.ts'
import type { ScenarioState } from '../state.ts'
import type { Change } from './change.ts'
import { type Failure, failureOf } from './failure.ts'
import type { Dataplanes } from './focus.ts'
import { makeChanges } from './make-change.ts'
import { type Look, probe } from './probe.ts'

/** The scenario that is to be mended. */
export interface Case {
  readonly state: ScenarioState
  readonly look: Look
  readonly dataplanes: Dataplanes
}

/** What becomes of the chosen flow after some changes. */
export interface Tried {
  readonly after: ScenarioState
  readonly trace: Trace
  /** Null where the flow succeeds. */
  readonly failure: Failure | null
}

export interface Bench {
  /** Null where the changes cannot be made, the flow cannot be sent, or enough has been tried. */
  readonly attempt: (changes: readonly Change[]) => Promise<Tried | null>
  readonly hasTried: (changes: readonly Change[]) => boolean
  /** May more be tried? */
  readonly open: () => boolean
}

/** Tries each set of changes once, and no more than `most` of them. */
export function startBench(of: Case, most: number): Bench {
  const known = new Map<string, Tried | null>()
  return {
    open: () => known.size < most,
    hasTried: (changes) => known.has(keyOf(changes)),
    async attempt(changes) {
      const key = keyOf(changes)
      const before = known.get(key)
      if (before !== undefined || known.size >= most) return before ?? null
      const tried = await attempt(of, changes)
      known.set(key, tried)
      return tried
    },
  }
}

export const changeKey = ({ edit }: Change): string => JSON.stringify(edit)

const keyOf = (changes: readonly Change[]): string => changes.map(changeKey).toSorted().join('\n')

async function attempt(
  { state, look, dataplanes }: Case,
  changes: readonly Change[],
): Promise<Tried | null> {
  const after = makeChanges(state, changes, dataplanes)
  if (after === null) return null
  const probed = await probe(await look(after))
  const trace = probed.send(probed.state.flow)
  return trace && { after, trace, failure: failureOf(probed, trace, dataplanes) }
}
