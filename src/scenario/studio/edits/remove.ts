import { err, ok, type Result } from '../../../net/result.ts'
import type { ScenarioDocument } from '../../document.ts'
import type { Issue } from '../../issue.ts'
import { NO_FLOW } from '../../no-flow.ts'
import type { ScenarioState } from '../../state.ts'
import { vpcOf } from '../document/clusters.ts'
import {
  LISTED_KINDS,
  LISTS,
  type ListedKind,
  listOf,
  METADATA,
  thingId,
} from '../document/lists.ts'
import { nestingOf, withNested } from '../document/nesting.ts'
import { withPositions } from '../document/positions.ts'
import { ADDRESSABLE, referencesOf, SENDERS } from '../document/references.ts'
import type { Edited } from '../edit.ts'
import { unknownThing } from '../refused.ts'
import type { ThingId, ThingKind } from '../thing.ts'

/** With all that stands in them. What names them keeps the name, and the evaluation tells it. */
export function remove(state: ScenarioState, things: readonly ThingId[]): Result<Edited, Issue> {
  const { document } = state
  const nesting = nestingOf(document)
  const unknown = things.find((id) => !nesting.parents.has(id))
  if (unknown !== undefined) return err(unknownThing(unknown))
  const gone = withNested(nesting, things)
  const left = withoutPositions(withoutFreed(document, without(document, gone)), gone)
  const flow = gone.has(thingId('flow', state.flow.name)) ? (left.flows[0] ?? NO_FLOW) : state.flow
  const lost = { within: gone.size - new Set(things).size, flows: flowsToNowhere(left, gone) }
  return ok({ state: { ...state, document: left, flow }, things: [], lost })
}

const flowsToNowhere = ({ flows }: ScenarioDocument, gone: ReadonlySet<ThingId>): number => {
  const isGone = (kinds: readonly ThingKind[], name: string): boolean =>
    kinds.some((kind) => gone.has(thingId(kind, name)))
  return flows.filter(({ from, to }) => isGone(SENDERS, from) || isGone(ADDRESSABLE, to)).length
}

/** Lists that need not be there. */
const OPTIONAL: ReadonlySet<ListedKind> = new Set(['service', 'peering', 'cloud-nat'])

/** Lists of kinds: one that is left empty is taken away where it need not be there. */
function withoutListed(
  document: ScenarioDocument,
  kind: ListedKind,
  gone: ReadonlySet<ThingId>,
): ScenarioDocument {
  const list = listOf(document, kind)
  const kept = list.filter(({ name }) => !gone.has(thingId(kind, name)))
  if (kept.length === list.length) return document
  if (kept.length > 0 || !OPTIONAL.has(kind)) return { ...document, [LISTS[kind]]: kept }
  const { [LISTS[kind]]: _, ...others } = document
  return others as ScenarioDocument
}

function without(document: ScenarioDocument, gone: ReadonlySet<ThingId>): ScenarioDocument {
  let left = document
  for (const kind of LISTED_KINDS) left = withoutListed(left, kind, gone)
  const { metadataServer, ...others } = left
  const kept = metadataServer === undefined || gone.has(METADATA) ? {} : { metadataServer }
  return {
    ...others,
    ...kept,
    vpcs: left.vpcs.map((vpc) => ({
      ...vpc,
      subnets: vpc.subnets.filter(
        ({ name }) => !gone.has(thingId('subnet', `${vpc.name}/${name}`)),
      ),
    })),
    onPrem: left.onPrem.map((network) => {
      const { firewall, ...open } = network
      return firewall && gone.has(thingId('firewall', firewall.name)) ? open : network
    }),
  }
}

/**
 * The secondary ranges that were there for a cluster's Pods go with it, as Google deletes those that it
 * has made; one that something still names stays.
 */
function withoutFreed(before: ScenarioDocument, after: ScenarioDocument): ScenarioDocument {
  const kept = new Set(after.clusters.map(({ name }) => name))
  const gone = before.clusters.filter(({ name }) => !kept.has(name))
  if (gone.length === 0) return after
  const used = new Set(after.clusters.flatMap(({ podRanges }) => podRanges))
  const named = new Set(referencesOf(after).flatMap(({ name, vpc }) => (vpc ? [name] : [])))
  const freedIn = (vpc: string) =>
    new Set(
      gone.flatMap((cluster) =>
        vpcOf(before, cluster)?.name === vpc
          ? cluster.podRanges.filter((range) => !used.has(range))
          : [],
      ),
    )
  return {
    ...after,
    vpcs: after.vpcs.map((vpc) => {
      const freed = freedIn(vpc.name)
      return {
        ...vpc,
        subnets: vpc.subnets.map((subnet) => ({
          ...subnet,
          secondaryRanges: subnet.secondaryRanges.filter(
            ({ name, range }) => named.has(name) || !freed.has(range),
          ),
        })),
      }
    }),
  }
}

function withoutPositions(
  document: ScenarioDocument,
  gone: ReadonlySet<ThingId>,
): ScenarioDocument {
  if (!document.positions) return document
  const left = Object.entries(document.positions).filter(
    ([id]) => !gone.has(id.replace(/^zone-/, '')),
  )
  return withPositions(document, Object.fromEntries(left))
}
