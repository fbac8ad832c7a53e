import type { ProgramTarget } from '../../engine/program.ts'
import { hostCidr } from '../../net/cidr.ts'
import type { Condition } from './bpf-program.ts'
import type { EgressEntry } from './egress-map.ts'
import type { NodeCilium } from './node-cilium.ts'
import { snatChainName } from './snat-chain.ts'
import { within } from './within.ts'

/**
 * The policy map as conditions: a Pod's own node sends to the gateway, the gateway gives the egress
 * address, and other nodes have nothing to do with it. Source: cilium/cilium bpf/lib/egress_gateway.h,
 * `egress_gw_request_needs_redirect`, `egress_gw_snat_needed`.
 */
export const egressChain = (
  cilium: NodeCilium,
  entries: readonly EgressEntry[],
): readonly Condition[] =>
  entries.flatMap((entry) => {
    const step = stepOf(cilium, entry)
    if (!step) return []
    const base = { source: within(hostCidr(entry.source)), destination: within(entry.destination) }
    return [{ base, ...step, line: entry.policy.place.line }]
  })

function stepOf(
  { node }: NodeCilium,
  { pod, gateway }: EgressEntry,
): Pick<Condition, 'target' | 'code'> | null {
  if (!gateway) return { target: { kind: 'return' }, code: 'egress-excluded' }
  if (!gateway.node) {
    const target: ProgramTarget = { kind: 'drop', text: 'No egress gateway found' }
    return pod.node === node.name ? { target, code: 'egress-no-gateway' } : null
  }
  if (gateway.node.name !== node.name) {
    if (pod.node !== node.name) return null
    const target: ProgramTarget = {
      ...{ kind: 'gateway', node: gateway.node.name, device: 'cilium_vxlan' },
    }
    return { target, code: 'egress-redirect' }
  }
  if (gateway.address) {
    const target: ProgramTarget = { kind: 'call', chain: snatChainName(gateway.address) }
    return { target, code: 'egress-snat' }
  }
  const target: ProgramTarget = { kind: 'drop', text: 'No Egress IP configured' }
  return { target, code: 'egress-no-address' }
}
