import { err, ok, type Result } from '../../../net/result.ts'
import type { ScenarioDocument } from '../../document.ts'
import type { Issue } from '../../issue.ts'
import { freeName, takenNames } from '../document/free-name.ts'
import { type Item, thingId, withItem } from '../document/lists.ts'
import { freeAddress } from '../ranges/free-address.ts'
import { addressesInUse } from '../ranges/in-use.ts'
import { spansOf } from '../ranges/span.ts'
import { noFreeAddress } from '../refused.ts'
import type { Added } from './added.ts'

/** RFC 5737: nobody's, and so free to stand for a public address of one's own. */
const DOCUMENTATION = ['203.0.113.0/24', '198.51.100.0/24', '192.0.2.0/24']

/** An address to stand for a public one of our own; null where none is left. */
export function ownPublicAddress(inUse: ReadonlySet<string>): string | null {
  for (const range of spansOf(DOCUMENTATION)) {
    const address = freeAddress(range, inUse)
    if (address !== null) return address
  }
  return null
}

/** It translates whatever the VPC's subnets hold. */
export function addCloudNat(document: ScenarioDocument, vpc: Item<'vpc'>): Result<Added, Issue> {
  const address = ownPublicAddress(addressesInUse(document))
  if (address === null) return err(noFreeAddress('cloud-nat', DOCUMENTATION))
  const name = freeName(takenNames(document), document.cloudNats?.at(-1)?.name, 'cloud-nat')
  return ok({
    document: withItem(document, 'cloud-nat', {
      name,
      vpc: vpc.name,
      addresses: [address],
      covers: ['all-subnets'],
    }),
    thing: thingId('cloud-nat', name),
  })
}

/** An Interconnect with a Cloud Router of its own, in the router's default mode. */
export function addAttachment(
  document: ScenarioDocument,
  vpc: Item<'vpc'>,
  to: string,
): Result<Added, Issue> {
  const taken = takenNames(document)
  const { attachments } = document
  const name = freeName(taken, attachments.at(-1)?.name, 'interconnect')
  const routers = new Set([...taken, ...attachments.map(({ router }) => router)])
  const router = freeName(routers, attachments.at(-1)?.router, 'cloud-router')
  return ok({
    document: withItem(document, 'attachment', {
      name,
      kind: 'interconnect',
      vpc: vpc.name,
      router,
      to,
    }),
    thing: thingId('attachment', name),
  })
}

export function addPeering(
  document: ScenarioDocument,
  one: string,
  other: string,
): Result<Added, Issue> {
  const name = freeName(takenNames(document), document.peerings?.at(-1)?.name, 'peering')
  return ok({
    document: withItem(document, 'peering', { name, vpcs: [one, other] }),
    thing: thingId('peering', name),
  })
}
