import { err, ok, type Result } from '../../../net/result.ts'
import type { ScenarioDocument } from '../../document.ts'
import { issueAt } from '../../field-reader.ts'
import type { Issue } from '../../issue.ts'
import { freeName, takenNames } from '../document/free-name.ts'
import { type Item, thingId, withItem } from '../document/lists.ts'
import { freeAddress } from '../ranges/free-address.ts'
import { addressesInUse } from '../ranges/in-use.ts'
import { machineAddresses } from '../ranges/node-addresses.ts'
import { newRange } from '../ranges/pools.ts'
import { spanOf, spansOf } from '../ranges/span.ts'
import { noFreeAddress, nowhereToPut } from '../refused.ts'
import type { EndpointPreset } from '../thing.ts'
import type { Added } from './added.ts'

/** What each is called first. */
const STEMS: Readonly<Record<EndpointPreset, string>> = {
  vm: 'vm',
  appliance: 'appliance',
  psc: 'psc-endpoint',
  'on-prem-host': 'server',
  'internet-host': 'internet-host',
}

/** `at`: the VPC or on-prem network, or `internet`; `VPC/SUBNET` for a certain subnet. */
export function addEndpoint(
  document: ScenarioDocument,
  preset: EndpointPreset,
  at: string,
): Result<Added, Issue> {
  const address = hostAddress(document, at)
  if (!address.ok) return address
  const more = ofPreset(document, preset)
  if (!more.ok) return more
  const stem = STEMS[preset]
  const like = document.endpoints.findLast(({ name }) => name.startsWith(stem))?.name
  const name = freeName(takenNames(document), like, stem)
  return ok({
    document: withItem(document, 'endpoint', {
      name,
      address: address.value,
      at: networkOf(at),
      ...more.value,
    }),
    thing: thingId('endpoint', name),
  })
}

function ofPreset(
  document: ScenarioDocument,
  preset: EndpointPreset,
): Result<Partial<Item<'endpoint'>>, Issue> {
  if (preset === 'vm') return ok({})
  if (preset === 'appliance') return ok({ forwards: {} })
  if (preset !== 'psc') return ok({ ports: [443] })
  const natRange = newRange(document, 'psc', 24)
  return natRange.ok ? ok({ kind: 'psc', natRange: natRange.value, ports: [443] }) : natRange
}

/** Of a subnet its VPC. */
export const networkOf = (at: string): string => at.replace(/\/.*$/, '')

/** An address of the network's that nobody has. */
export function hostAddress(document: ScenarioDocument, at: string): Result<string, Issue> {
  if (at === 'internet') return publicAddress(document)
  const [network, subnet] = at.split('/')
  const vpc = document.vpcs.find(({ name }) => name === network)
  if (vpc) {
    const subnets = vpc.subnets.filter(({ name }) => subnet === undefined || name === subnet)
    const machine = machineAddresses(document, { name: vpc.name, subnets })
    return machine.ok ? ok(machine.value.address) : machine
  }
  const inUse = addressesInUse(document)
  const i = document.onPrem.findIndex(({ name }) => name === at)
  const ranges = document.onPrem[i]?.ranges ?? []
  if (i < 0) return err(nowhereToPut('endpoint', 'on-prem'))
  if (ranges.length === 0) return err(issueAt('missing-field', `onPrem.${i}.ranges`))
  for (const range of ranges) {
    const span = spanOf(range)
    const address = span && freeAddress(span, inUse)
    if (address) return ok(address)
  }
  return err(noFreeAddress(at, ranges))
}

/** Resolvers that everybody knows, then anything of a network that is on the internet. */
const WELL_KNOWN = ['8.8.8.8', '1.1.1.1', '9.9.9.9', '208.67.222.222']
const ON_INTERNET = '142.250.0.0/15'

function publicAddress(document: ScenarioDocument): Result<string, Issue> {
  const inUse = addressesInUse(document)
  const known = WELL_KNOWN.find((address) => !inUse.has(address))
  if (known !== undefined) return ok(known)
  const [span] = spansOf([ON_INTERNET])
  const address = span ? freeAddress(span, inUse) : null
  return address === null ? err(noFreeAddress('internet', [ON_INTERNET])) : ok(address)
}
