import type { Hop, Trace } from '../../engine/trace.ts'
import { formatAddress } from '../../net/address.ts'
import type { Topology } from '../../topology/topology.ts'
import type { FarSide } from './arrival.ts'

/** Whose firewall it is that a packet meets at this hop, or whose network it has come to. */
export function farSideOf(topology: Topology, { forward }: Trace, { place, before }: Hop): FarSide {
  const { onPrem, endpoints, attachments, vpcs } = topology
  const walled = onPrem.find(({ firewall }) => place === `firewall:${firewall?.name}`)
  if (walled) return { kind: 'on-prem', name: walled.name, firewall: walled.firewall?.name ?? null }
  const host = endpoints.find(({ address }) => formatAddress(address) === before.dst)
  if (host && host.allow !== null) return { kind: 'host', name: host.name, firewall: host.name }
  const gate = attachments.find(({ name }) =>
    forward.hops.some((hop) => hop.place === `attachment:${name}`),
  )
  if (gate && forward.hops[0].place !== `endpoint:${host?.name}`) {
    return { kind: 'on-prem', name: gate.to, firewall: null }
  }
  const vpc = vpcs.find(({ name }) => host?.at === name || place === `vpc:${name}`)
  if (vpc) return { kind: 'vpc', name: vpc.name, firewall: vpc.firewall ? vpc.name : null }
  return { kind: 'internet', name: host?.name ?? 'internet', firewall: null }
}
