import { err, ok, type Result } from '../../../net/result.ts'
import type { ScenarioDocument } from '../../document.ts'
import type { Issue } from '../../issue.ts'
import { nearest } from '../add/homes.ts'
import { freeWord, takenNames } from '../document/free-name.ts'
import { listOf, thingId, withChanged } from '../document/lists.ts'
import { nestingOf } from '../document/nesting.ts'
import { rangesInUse } from '../ranges/in-use.ts'
import { rangeLike } from '../ranges/pools.ts'
import { overlaps, spanOf } from '../ranges/span.ts'
import { nowhereToPut } from '../refused.ts'
import type { ThingId } from '../thing.ts'
import type { Fragment, LooseFirewall, LooseSubnet } from './fragment.ts'

interface Put {
  readonly document: ScenarioDocument
  readonly things: readonly ThingId[]
}

/**
 * What came without that in which it stands: into `parent`, else where it was, else into the first. One
 * thing alone goes nowhere but in or around `parent`.
 */
export function withLoose(
  document: ScenarioDocument,
  { subnets, firewalls }: Fragment,
  parent: ThingId | null,
  isAlone: boolean,
): Result<Put, Issue> {
  let put: Put = { document, things: [] }
  const steps = [
    ...subnets.map(
      (subnet) => (before: ScenarioDocument) => subnetPut(before, subnet, parent, isAlone),
    ),
    ...firewalls.map(
      (wall) => (before: ScenarioDocument) => firewallPut(before, wall, parent, isAlone),
    ),
  ]
  for (const step of steps) {
    const next = step(put.document)
    if (!next.ok) return next
    put = { document: next.value.document, things: [...put.things, ...next.value.things] }
  }
  return ok(put)
}

function subnetPut(
  document: ScenarioDocument,
  { vpc, ...subnet }: LooseSubnet,
  parent: ThingId | null,
  isAlone: boolean,
): Result<Put, Issue> {
  const home = homeIn(document, 'vpc', vpc, parent, isAlone)
  if (home === null) return err(nowhereToPut('subnet', 'vpc'))
  const range = freeLike(document, subnet.range)
  if (!range.ok) return range
  const range6 = subnet.range6 === undefined ? null : freeLike(document, subnet.range6)
  if (range6?.ok === false) return range6
  const { region } = subnet
  const name = freeWord(takenNames(document), subnet.name)
  const own = {
    name,
    range: range.value,
    ...(range6 ? { range6: range6.value } : {}),
    ...(region === undefined ? {} : { region }),
    secondaryRanges: [],
  }
  let after = withChanged(document, 'vpc', home, (each) => ({
    ...each,
    subnets: [...each.subnets, own],
  }))
  for (const secondary of subnet.secondaryRanges) {
    const free = freeLike(after, secondary.range)
    if (!free.ok) return free
    const named = freeWord(takenNames(after), secondary.name)
    after = withChanged(after, 'vpc', home, (each) => ({
      ...each,
      subnets: each.subnets.map((one) =>
        one.name === name
          ? {
              ...one,
              secondaryRanges: [...one.secondaryRanges, { name: named, range: free.value }],
            }
          : one,
      ),
    }))
  }
  return ok({ document: after, things: [thingId('subnet', `${home}/${name}`)] })
}

/** The range itself where it touches nobody's, else another of its size nearby. */
function freeLike(document: ScenarioDocument, range: string): Result<string, Issue> {
  const span = spanOf(range)
  const inUse = rangesInUse(document)
  return span && inUse.some((other) => overlaps(other, span))
    ? rangeLike(inUse, 'subnet', range)
    : ok(range)
}

function firewallPut(
  document: ScenarioDocument,
  { onPrem, ...firewall }: LooseFirewall,
  parent: ThingId | null,
  isAlone: boolean,
): Result<Put, Issue> {
  const home = homeIn(document, 'on-prem', onPrem, parent, isAlone)
  const network = listOf(document, 'on-prem').find((each) => each.name === home)
  const open = network?.firewall
    ? listOf(document, 'on-prem').find((each) => !each.firewall)
    : network
  if (!open) return err(nowhereToPut('firewall', 'on-prem'))
  const name = freeWord(takenNames(document), firewall.name)
  return ok({
    document: withChanged(document, 'on-prem', open.name, (each) => ({
      ...each,
      firewall: { ...firewall, name },
    })),
    things: [thingId('firewall', name)],
  })
}

function homeIn(
  document: ScenarioDocument,
  kind: 'vpc' | 'on-prem',
  before: string,
  parent: ThingId | null,
  isAlone: boolean,
): string | null {
  const nesting = nestingOf(document)
  const wanted = parent === null ? null : nearest(nesting, kind, parent)
  if (wanted !== null || (parent !== null && isAlone)) return wanted
  return nesting.parents.has(thingId(kind, before)) ? before : nearest(nesting, kind, null)
}
