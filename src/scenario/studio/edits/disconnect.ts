import { err, ok, type Result } from '../../../net/result.ts'
import type { Issue } from '../../issue.ts'
import type { ScenarioState } from '../../state.ts'
import { splitId, thingOfZone, withChanged } from '../document/lists.ts'
import { type Relation, relationsOf } from '../document/relations.ts'
import type { Edited } from '../edit.ts'
import { notConnected } from '../refused.ts'
import type { ThingId } from '../thing.ts'
import { covers, uncovered } from './coverage.ts'
import { remove } from './remove.ts'

/** Takes back the newest connection of the two. What stands in something is taken out by nesting. */
export function disconnect(
  state: ScenarioState,
  one: ThingId,
  other: ThingId,
): Result<Edited, Issue> {
  const [from, to] = [thingOfZone(one), thingOfZone(other)]
  const relations = relationsOf(state.document)
  const last = (a: ThingId, b: ThingId) =>
    relations.findLast((each) => each.from === a && each.to === b)
  const relation = last(from, to) ?? last(to, from) ?? clusterCoverage(state, from, to)
  return relation ? taken(state, relation) : err(notConnected(from, to))
}

function taken(state: ScenarioState, { as, from, to, by }: Relation): Result<Edited, Issue> {
  if (by !== null) return remove(state, [by])
  const { document } = state
  // Without a far end an attachment is none.
  if (as === 'aim') return remove(state, [from])
  if (as === 'coverage') {
    return ok({ state: { ...state, document: uncovered(document, from, to) }, things: [from] })
  }
  const [service = '', pod = ''] = [from, to].map((id) => splitId(id)?.[1])
  return ok({
    state: {
      ...state,
      document: withChanged(document, 'service', service, (each) => ({
        ...each,
        endpoints: each.endpoints.filter((name) => name !== pod),
      })),
    },
    things: [from],
  })
}

/** A cluster's Pod ranges are no thing of their own, but a Cloud NAT covers them or not. */
function clusterCoverage(state: ScenarioState, one: ThingId, other: ThingId): Relation | null {
  const from = [one, other].find((id) => splitId(id)?.[0] === 'cloud-nat')
  const to = [one, other].find((id) => splitId(id)?.[0] === 'cluster')
  return from !== undefined && to !== undefined && covers(state.document, from, to)
    ? { as: 'coverage', from, to, by: null }
    : null
}
