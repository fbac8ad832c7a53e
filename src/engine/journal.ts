import { invariant } from '../net/invariant.ts'
import type { NonEmpty } from '../net/result.ts'
import type { Topology } from '../topology/topology.ts'
import { changesBetween, headerOf, type Moving } from './moving.ts'
import type { Reason } from './reason.ts'
import type { Assumption, Hop, Leg, PlaceId, Stage, Walk } from './trace.ts'

/** What a hop says beside where it was and what the packet carried. */
export interface Entry {
  readonly place: PlaceId
  readonly stage: Stage
  readonly mood: Hop['mood']
  readonly reason: Reason
  readonly walk?: Walk
}

/** Writes down a leg hop by hop. It always knows the packet as it stands. */
export interface Journal {
  readonly moving: () => Moving
  readonly note: (entry: Entry, after?: Moving) => void
  /** A hook passed without a rule to try. */
  readonly passQuietly: (walk: Walk) => void
  readonly assume: (assumption: Assumption) => void
  readonly leg: () => Leg
  readonly assumptions: () => readonly Assumption[]
  readonly quietWalks: () => readonly Walk[]
}

export function startJournal(topology: Topology, first: Moving): Journal {
  let now = first
  const hops: Hop[] = []
  const quiet: Walk[] = []
  const assumed = new Map<string, Assumption>()
  return {
    moving: () => now,
    note(entry, after = now) {
      hops.push({
        ...entry,
        before: headerOf(topology, now),
        after: headerOf(topology, after),
        changes: changesBetween(now, after),
      })
      now = after
    },
    passQuietly: (walk) => {
      quiet.push(walk)
    },
    quietWalks: () => quiet,
    assume: (assumption) => {
      assumed.set(assumption.code, assumption)
    },
    leg() {
      const [head, ...tail] = hops
      invariant(head, 'a leg has at least the hop that sends')
      return { hops: [head, ...tail] satisfies NonEmpty<Hop> }
    },
    assumptions: () => [...assumed.values()],
  }
}
