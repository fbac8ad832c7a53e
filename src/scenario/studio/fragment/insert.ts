import { err, ok, type Result } from '../../../net/result.ts'
import type { ScenarioDocument } from '../../document.ts'
import type { Issue } from '../../issue.ts'
import { withPodRange } from '../add/add-cluster.ts'
import { canStandIn, HOMES, homeNear, homesOf } from '../add/homes.ts'
import { vpcOf } from '../document/clusters.ts'
import { everyThing, type Found, findThing } from '../document/find-thing.ts'
import { LISTED_KINDS, LISTS, listOf, METADATA, thingId } from '../document/lists.ts'
import { ancestors, type Nesting, nestingOf, poolNameOf } from '../document/nesting.ts'
import { intoHome } from '../nest/into-home.ts'
import { inPool } from '../nest/workload-into.ts'
import { holds, spanOf, spansOf } from '../ranges/span.ts'
import { alreadyThere, nowhereToPut } from '../refused.ts'
import type { ThingId } from '../thing.ts'
import type { Fragment } from './fragment.ts'
import { withFreshAddresses } from './fresh-addresses.ts'
import { withFreshNames } from './fresh-names.ts'
import { withFreshRanges } from './fresh-ranges.ts'
import { withLoose } from './loose.ts'
import { settled } from './settled.ts'

export interface Inserted {
  readonly document: ScenarioDocument
  /** Those that stand in nothing that was put there with them. */
  readonly things: readonly ThingId[]
  /** The id that each thing has now, by the one that it had. */
  readonly ids: ReadonlyMap<ThingId, ThingId>
}

/** Things under free names, with free ranges and addresses, in `parent` where that can hold them. */
export function insert(
  document: ScenarioDocument,
  fragment: Fragment,
  parent: ThingId | null,
): Result<Inserted, Issue> {
  const taken = new Set(everyThing(document).map(({ name }) => name))
  const named = withFreshNames(fragment.document, taken)
  const ranged = withFreshRanges(named.document, document)
  if (!ranged.ok) return ranged
  const addressed = withFreshAddresses(ranged.value, document)
  if (!addressed.ok) return addressed
  const { parents } = nestingOf(addressed.value)
  const all = [...parents].flatMap(([id, home]) => (home === null ? [id] : []))
  const outermost = all.filter((id) => id !== METADATA || document.metadataServer === undefined)
  if (outermost.length === 0 && all.length > 0) return err(alreadyThere('metadata'))
  const joined = withPodRanges(together(document, addressed.value), addressed.value)
  const isAlone = outermost.length + fragment.subnets.length + fragment.firewalls.length === 1
  const housed = housedAll(joined, outermost, parent, isAlone)
  if (!housed.ok) return housed
  const loose = withLoose(housed.value, fragment, parent, isAlone)
  if (!loose.ok) return loose
  const put = new Set(everyThing(named.document).map(({ id }) => id))
  const own = settled(loose.value.document, put)
  if (!own.ok) return own
  return ok({
    document: own.value,
    things: [...outermost, ...loose.value.things],
    ids: named.ids,
  })
}

function together(document: ScenarioDocument, more: ScenarioDocument): ScenarioDocument {
  const lists = LISTED_KINDS.flatMap((kind) => {
    const own: readonly unknown[] = listOf(more, kind)
    return own.length > 0 ? [[LISTS[kind], [...listOf(document, kind), ...own]] as const] : []
  })
  const { metadataServer } = more
  return {
    ...(metadataServer === undefined ? {} : { metadataServer }),
    ...document,
    ...Object.fromEntries(lists),
  }
}

/** A cluster that came without its subnet needs its Pod ranges on the one that it now has. */
function withPodRanges(document: ScenarioDocument, more: ScenarioDocument): ScenarioDocument {
  let after = document
  for (const cluster of more.clusters) {
    const vpc = vpcOf(after, cluster)
    if (!vpc || cluster.routesBased) continue
    const held = spansOf(
      vpc.subnets.flatMap(({ secondaryRanges }) => secondaryRanges.map(({ range }) => range)),
    )
    for (const range of cluster.podRanges) {
      const span = spanOf(range)
      if (span && !held.some((each) => holds(each, span))) {
        after = withPodRange(after, vpc.name, range)
      }
    }
  }
  return after
}

/**
 * Into `parent` where it fits; else where it was; else into the first home that there is. One thing alone
 * goes nowhere but in or around `parent`; of several pasted beside one of them the others stay at home.
 */
function housedAll(
  document: ScenarioDocument,
  things: readonly ThingId[],
  parent: ThingId | null,
  isAlone: boolean,
): Result<ScenarioDocument, Issue> {
  let after = document
  for (const id of things) {
    const housed = housedIn(after, id, parent, isAlone)
    if (!housed.ok) return housed
    after = housed.value
  }
  return ok(after)
}

function housedIn(
  document: ScenarioDocument,
  id: ThingId,
  parent: ThingId | null,
  isAlone: boolean,
): Result<ScenarioDocument, Issue> {
  const found = findThing(document, id)
  const [first] = found ? HOMES[found.kind] : []
  if (!found || first === undefined || isOnInternet(document, id)) return ok(document)
  const nesting = nestingOf(document)
  const current = nesting.parents.get(id) ?? null
  const elsewhere = current ?? firstHome(document, found.kind)
  const home = parent === null ? elsewhere : homePointedAt(nesting, found, parent)
  const chosen = home ?? (isAlone ? null : elsewhere)
  if (chosen === null) return err(nowhereToPut(found.kind, first))
  const moved = intoHome(document, found, chosen)
  if (!moved.ok) return moved
  const pool = parent === null || found.kind !== 'node' ? null : poolNameOf(parent)
  return ok(pool === null ? moved.value.document : inPool(moved.value.document, found.name, pool))
}

/** Around `parent`; else where it was if that is inside; else the first that is inside. */
function homePointedAt(nesting: Nesting, { id, kind }: Found, parent: ThingId): ThingId | null {
  const around = [parent, ...ancestors(nesting, parent)].find((each) => canStandIn(kind, each))
  if (around !== undefined) return around
  const current = nesting.parents.get(id) ?? null
  const isInside = current !== null && ancestors(nesting, current).includes(parent)
  return isInside ? current : homeNear(nesting, kind, parent)
}

const isOnInternet = ({ endpoints }: ScenarioDocument, id: ThingId): boolean =>
  endpoints.some(({ name, at }) => at === 'internet' && thingId('endpoint', name) === id)

const firstHome = (document: ScenarioDocument, kind: keyof typeof HOMES): ThingId | null => {
  const nesting = nestingOf(document)
  return (
    HOMES[kind].flatMap((each) =>
      homesOf(nesting, each, null).map((name) => thingId(each, name)),
    )[0] ?? null
  )
}
