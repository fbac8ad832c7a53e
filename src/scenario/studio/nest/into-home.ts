import { err, ok, type Result } from '../../../net/result.ts'
import type { ScenarioDocument } from '../../document.ts'
import type { Issue } from '../../issue.ts'
import { hostAddress, networkOf } from '../add/add-endpoint.ts'
import { clusterIpOf } from '../add/add-service.ts'
import type { Added } from '../add/added.ts'
import { changedAt } from '../document/changed-at.ts'
import { clusterOf } from '../document/clusters.ts'
import { type Found, valueAt } from '../document/find-thing.ts'
import { freeWord, takenNames } from '../document/free-name.ts'
import { type Item, listOf, thingId, withChanged } from '../document/lists.ts'
import { nestingOf } from '../document/nesting.ts'
import { holds, spansOf } from '../ranges/span.ts'
import { cannotConnect, nowhereToPut } from '../refused.ts'
import type { ThingId } from '../thing.ts'
import { clusterInto } from './cluster-into.ts'
import { attachmentInto, cloudNatInto } from './way-out-into.ts'
import { nodeInto, podInto } from './workload-into.ts'

/** The thing in a home that fits its kind, with what a free address there asks for. */
export function intoHome(
  document: ScenarioDocument,
  found: Found,
  home: ThingId,
): Result<Added, Issue> {
  const { id, name } = found
  if (nestingOf(document).parents.get(id) === home) return ok({ document, thing: id })
  const homeName = home.slice(home.indexOf(':') + 1)
  if (found.kind === 'subnet') return subnetInto(document, found, homeName)
  const moved = placed(document, found, homeName)
  return moved.ok ? ok({ document: moved.value, thing: thingId(found.kind, name) }) : moved
}

function placed(
  document: ScenarioDocument,
  found: Found,
  home: string,
): Result<ScenarioDocument, Issue> {
  const { name } = found
  switch (found.kind) {
    case 'pod':
      return podInto(document, name, home)
    case 'node':
      return nodeInto(document, name, home)
    case 'cluster':
      return clusterInto(document, name, home)
    case 'service':
      return serviceInto(document, name, home)
    case 'cloud-nat':
      return ok(cloudNatInto(document, name, home))
    case 'attachment':
      return ok(attachmentInto(document, name, home))
    case 'endpoint':
      return endpointInto(document, name, home)
    case 'firewall':
      return firewallInto(document, found, home)
    default:
      return err(cannotConnect(found.id, home))
  }
}

function serviceInto(
  document: ScenarioDocument,
  name: string,
  home: string,
): Result<ScenarioDocument, Issue> {
  const cluster = clusterOf(document, { cluster: home })
  if (!cluster) return err(nowhereToPut('service', 'cluster'))
  const address = clusterIpOf(document, cluster)
  return address.ok
    ? ok(
        withChanged(document, 'service', name, (each) => ({
          ...each,
          cluster: home,
          clusterIPs: [address.value],
        })),
      )
    : address
}

function endpointInto(
  document: ScenarioDocument,
  name: string,
  home: string,
): Result<ScenarioDocument, Issue> {
  if (isInSubnet(document, name, home)) return ok(document)
  const address = hostAddress(document, home)
  return address.ok
    ? ok(
        withChanged(document, 'endpoint', name, (each) => ({
          ...each,
          at: networkOf(home),
          address: address.value,
        })),
      )
    : address
}

/** What stands in a subnet does so by its address. */
function isInSubnet(document: ScenarioDocument, name: string, home: string): boolean {
  const [vpc, subnet] = home.split('/')
  const host = listOf(document, 'endpoint').find((each) => each.name === name)
  const own = document.vpcs.find((each) => each.name === vpc)?.subnets ?? []
  const [range] = spansOf(own.flatMap((each) => (each.name === subnet ? [each.range] : [])))
  const [address] = spansOf([host?.address])
  return host?.at === vpc && range !== undefined && address !== undefined && holds(range, address)
}

function firewallInto(
  document: ScenarioDocument,
  { path }: Found,
  home: string,
): Result<ScenarioDocument, Issue> {
  const firewall = valueAt(document, path) as NonNullable<Item<'on-prem'>['firewall']>
  const network = listOf(document, 'on-prem').find((each) => each.name === home)
  if (!network || network.firewall) return err(nowhereToPut('firewall', 'on-prem'))
  return ok(
    withChanged(changedAt(document, path, undefined), 'on-prem', home, (each) => ({
      ...each,
      firewall,
    })),
  )
}

/** Under its name where that is free there. */
function subnetInto(
  document: ScenarioDocument,
  { path, name }: Found,
  home: string,
): Result<Added, Issue> {
  const subnet = valueAt(document, path) as Item<'vpc'>['subnets'][number]
  const left = changedAt(document, path, undefined)
  const there = left.vpcs.find((each) => each.name === home)?.subnets ?? []
  const names = there.flatMap((each) => [each, ...each.secondaryRanges]).map((each) => each.name)
  const own = names.includes(name) ? freeWord(new Set([...takenNames(left), name]), name) : name
  return ok({
    document: withChanged(left, 'vpc', home, (vpc) => ({
      ...vpc,
      subnets: [...vpc.subnets, { ...subnet, name: own }],
    })),
    thing: thingId('subnet', `${home}/${own}`),
  })
}
