import type { CloudNat, OnPremNetwork, Peering, Vpc } from '../topology/network.ts'
import { issueAt } from './field-reader.ts'
import { namedRanges, rangeNames } from './named-ranges.ts'
import { homeVpc, namesOf, type Reading } from './read-clusters.ts'

/** What VPCs are joined to. */

export const readPeerings = ({ read, document, entries }: Reading): readonly Peering[] =>
  entries('peerings', document.peerings).flatMap(({ written, path }) => {
    const { name, vpcs: two, exportsCustomRoutes = [] } = written
    const known = two.filter((each, j) =>
      read.known(`${path}.vpcs.${j}`, each, namesOf(document.vpcs)),
    )
    const exporting = exportsCustomRoutes.filter((each, j) =>
      read.known(`${path}.exportsCustomRoutes.${j}`, each, two),
    )
    return known.length === 2 ? [{ name, vpcs: two, exportsCustomRoutes: exporting }] : []
  })

export const readCloudNats = (reading: Reading, vpcs: readonly Vpc[]): readonly CloudNat[] =>
  reading.entries('cloudNats', reading.document.cloudNats).flatMap(({ written, path }) => {
    const { read, loose } = reading
    const { name } = written
    const vpc = homeVpc(reading, written.vpc, `${path}.vpc`)
    const addresses = read.addresses(`${path}.addresses`, written.addresses)
    const subnets = vpcs.find((each) => each.name === vpc)?.subnets ?? []
    const covers = namedRanges(
      read,
      `${path}.covers`,
      written.covers,
      subnets,
      rangeNames(reading.document, vpc),
    )
    if (written.addresses.length === 0) {
      read.issues.push(issueAt('missing-field', `${path}.addresses`))
    }
    if (addresses.length > 0) return [{ name, vpc, addresses, covers }]
    loose.push({ name, path: `${path}.addresses` })
    return []
  })

export const readOnPrem = ({ read, document, entries }: Reading): readonly OnPremNetwork[] =>
  entries('onPrem', document.onPrem).map(({ written, path }) => {
    const { name, routes = [], firewall } = written
    const gates = document.attachments.filter(({ to }) => to === name)
    return {
      name,
      ranges: read.ranges(`${path}.ranges`, written.ranges),
      routes: routes.flatMap(({ to, via }, j) => {
        const range = read.range(`${path}.routes.${j}.to`, to)
        const known = read.known(`${path}.routes.${j}.via`, via, ['discard', ...namesOf(gates)])
        return range && known ? [{ to: range, via: via === 'discard' ? null : via }] : []
      }),
      firewall: firewall
        ? {
            name: firewall.name,
            allow: read.ranges(`${path}.firewall.allow`, firewall.allow),
            rejects: firewall.rejects ?? false,
          }
        : null,
    }
  })
