import { formatAddress } from '../../../net/address.ts'
import type { Topology } from '../../../topology/topology.ts'
import type { Generator } from '../remedy.ts'
import { adds } from './document-change.ts'
import { rangesAround } from './existing-range.ts'
import { freeName } from './free-name.ts'

/** This Cloud NAT range: one more that the VPC's own Cloud NAT covers. */
export const coverByNat: Generator = ({ topology, source, places, by }) =>
  topology.cloudNats
    .filter(({ name, vpc }) => by === `cloud-nat:${name}` || places.includes(`vpc:${vpc}`))
    .flatMap(({ name: nat }) =>
      rangesAround(topology, source).map(({ text, name }) =>
        adds(
          { code: 'cover-by-nat', at: `cloud-nat:${nat}`, params: { range: text, nat } },
          ['cloudNats', nat, 'covers'],
          name ?? text,
        ),
      ),
    )

/** A Cloud NAT where the VPC has none. */
export const addCloudNat: Generator = ({ topology, source, places }) => {
  const { vpcs, cloudNats } = topology
  const without = vpcs.filter(({ name }) => cloudNats.every(({ vpc }) => vpc !== name))
  const names = cloudNats.map(({ name }) => name)
  const nat = freeName('cloud-nat', names)
  const addresses = [freeExample(topology)]
  return without
    .filter(({ name }) => places.includes(`vpc:${name}`))
    .flatMap(({ name: vpc }) =>
      rangesAround(topology, source).map(({ text, name }) =>
        adds(
          {
            code: 'add-cloud-nat',
            at: `vpc:${vpc}`,
            params: { range: text, vpc, nat },
            notes: ['example-address'],
          },
          ['cloudNats'],
          { name: nat, vpc, addresses, covers: [name ?? text] },
        ),
      ),
    )
}

/** Of the range that RFC 5737 keeps for examples. */
function freeExample({ cloudNats, nodes, endpoints }: Topology): string {
  const taken = new Set(
    [
      ...cloudNats.flatMap(({ addresses }) => addresses),
      ...nodes.flatMap(({ externalAddress }) => externalAddress ?? []),
      ...endpoints.flatMap(({ address, externalAddress }) => [address, externalAddress ?? address]),
    ].map(formatAddress),
  )
  const hosts = Array.from({ length: 254 }, (_, i) => `203.0.113.${i + 1}`)
  return hosts.find((each) => !taken.has(each)) ?? '203.0.113.254'
}
