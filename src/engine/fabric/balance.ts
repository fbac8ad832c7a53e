import { formatAddress } from '../../net/address.ts'
import type { Service } from '../../topology/cluster.ts'
import { place } from '../place.ts'
import { dropped, type Journey, type Standing, type Travel } from './travel.ts'
import { passVpcFirewall } from './vpc-firewall.ts'

/**
 * A passthrough load balancer hands the packet to a node as it is: to one with an endpoint where the
 * policy is Local, since only those pass its health check. Source: Google Cloud, "LoadBalancer
 * Service parameters", externalTrafficPolicy.
 */
export function balance(travel: Travel, vpc: string, service: Service): Standing | Journey {
  const { fabric, journal } = travel
  const { dst, protocol, dport } = journal.moving()
  const at = place.vpc(vpc)
  const address = formatAddress(dst)
  const listens = service.ports.some(
    (open) => open.protocol === protocol && dport.kind === 'exact' && open.port === dport.port,
  )
  const healthy = fabric.topology.nodes.filter(
    ({ name, cluster }) =>
      cluster === service.cluster &&
      (service.externalTrafficPolicy === 'Cluster' ||
        service.endpoints.some(({ node }) => node === name)),
  )
  const [node] = healthy
  if (!node || !listens)
    return dropped(travel, at, { code: 'dropped-nobody-there', dst: address, at })
  if (healthy.length > 1) journal.assume({ code: 'load-balancer-picks-node' })
  const reason = { code: 'load-balanced', address, node: node.name } as const
  journal.note({ place: at, stage: 'vpc-routing', mood: 'passed', reason })
  const machine = { kind: 'node', node } as const
  const stopped = passVpcFirewall(travel, { direction: 'ingress', vpc, machine })
  return stopped ?? { in: 'node', node, arrival: { kind: 'from-vpc' } }
}
