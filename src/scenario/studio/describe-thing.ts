import type { ScenarioState } from '../state.ts'
import { findThing } from './document/find-thing.ts'
import { thingOfZone } from './document/lists.ts'
import { nestingOf } from './document/nesting.ts'
import { relationsOf } from './document/relations.ts'
import { fieldsOf } from './report/fields-of.ts'
import type { ThingConnection, ThingReport } from './report/thing-report.ts'
import type { ThingId } from './thing.ts'

/** Null where there is no such thing. */
export function describeThing({ document }: ScenarioState, id: ThingId): ThingReport | null {
  const found = findThing(document, thingOfZone(id))
  if (!found) return null
  const { parents, children } = nestingOf(document)
  return {
    id: found.id,
    kind: found.kind,
    name: found.name,
    parent: parents.get(found.id) ?? null,
    children: children.get(found.id) ?? [],
    connections: relationsOf(document).flatMap(({ from, to, by, as }): ThingConnection[] => {
      if (from === found.id) return [{ thing: to, as, by }]
      if (to === found.id) return [{ thing: from, as, by }]
      return by === found.id ? [from, to].map((thing) => ({ thing, as, by })) : []
    }),
    fields: fieldsOf(document, found),
  }
}
