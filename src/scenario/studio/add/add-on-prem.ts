import { ok, type Result } from '../../../net/result.ts'
import type { ScenarioDocument } from '../../document.ts'
import type { Issue } from '../../issue.ts'
import { vpcOf } from '../document/clusters.ts'
import { freeName, freeWord, takenNames } from '../document/free-name.ts'
import { type Item, thingId, withChanged, withItem } from '../document/lists.ts'
import { newRange } from '../ranges/pools.ts'
import type { Added } from './added.ts'

/** A network behind a firewall. */
export function addOnPrem(document: ScenarioDocument): Result<Added, Issue> {
  const range = newRange(document, 'on-prem', 16)
  if (!range.ok) return range
  const name = freeName(takenNames(document), document.onPrem.at(-1)?.name, 'on-prem')
  const network: Item<'on-prem'> = { name, ranges: [range.value] }
  const added = addFirewall(withItem(document, 'on-prem', network), network)
  return added.ok ? ok({ document: added.value.document, thing: thingId('on-prem', name) }) : added
}

/**
 * It lets in machines and no Pods, as firewalls do that were there before the cluster: the primary
 * ranges of the VPCs that are attached, or of all while none is. One that was there before every VPC
 * lets in nobody, and goes on so until somebody tells it: connecting networks changes no firewall.
 */
export function addFirewall(
  document: ScenarioDocument,
  { name: network }: Item<'on-prem'>,
): Result<Added, Issue> {
  const name = freeWord(takenNames(document), `${network}-firewall`)
  const allow = neighbours(document, network).flatMap(({ subnets }) =>
    subnets.map(({ range }) => range),
  )
  return ok({
    document: withChanged(document, 'on-prem', network, (each) => ({
      ...each,
      firewall: { name, allow },
    })),
    thing: thingId('firewall', name),
  })
}

function neighbours(document: ScenarioDocument, network: string): readonly Item<'vpc'>[] {
  const attached = document.attachments
    .filter(({ to }) => to === network)
    .map((attachment) => vpcOf(document, attachment)?.name)
  const near = document.vpcs.filter(({ name }) => attached.includes(name))
  return near.length > 0 ? near : document.vpcs
}
