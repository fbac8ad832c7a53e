import { place } from '../../engine/place.ts'
import type { PlaceId } from '../../engine/trace.ts'
import { sameAddress } from '../../net/address.ts'
import type { Node, Pod } from '../../topology/cluster.ts'
import type { Crossing } from './crossings.ts'
import type { Probed } from './probed.ts'

/** The device of a node by which a packet comes from, or leaves for, the place next to it. */
export function deviceTowards(
  probed: Probed,
  node: Node,
  { next, inTunnel }: { readonly next: PlaceId } & Pick<Crossing, 'inTunnel'>,
): string {
  const pod = probed.topology.pods.find(({ name }) => place.pod(name) === next)
  if (pod && !pod.hostNetwork) return routedTo(node, pod)
  if (inTunnel) return 'cilium_vxlan'
  return leftBy(probed, node) ?? ownDevice(node)
}

/** Whether its device is known by name: where systems number them, or call them anything, it is not. */
export const isKnownDevice = (node: Node, pod: Pod): boolean =>
  !/^veth\d+$/.test(routedTo(node, pod))

const routedTo = ({ routes }: Node, { addresses }: Pod): string =>
  routes.find(({ to }) => addresses.some((address) => sameAddress(address, to.base)))?.dev ?? 'any'

/** As the node's routing said of this packet, where that leads out of the node. */
function leftBy({ trace, topology }: Probed, node: Node): string | null {
  const toPods = new Set(topology.pods.map((pod) => routedTo(node, pod)))
  const routed = trace.forward.hops.flatMap(({ place: at, reason }) =>
    at === place.node(node.name) && reason.code === 'forwarded' ? [reason.device] : [],
  )
  return routed.findLast((device) => !toPods.has(device)) ?? null
}

const ownDevice = ({ interfaces, address }: Node): string =>
  interfaces.find(({ addresses }) => addresses.some((each) => sameAddress(each.address, address)))
    ?.name ?? 'any'
