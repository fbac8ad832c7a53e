import { type Address, formatAddress, sameAddress } from '../../net/address.ts'
import { cidrContains } from '../../net/cidr.ts'
import type { Moving } from '../moving.ts'
import { place } from '../place.ts'
import type { Reason } from '../reason.ts'
import { type Fabric, hostAt } from './fabric.ts'
import type { VpcRule } from './firewall-rules.ts'
import { hasPrimary, type Machine, machineName, machineTags } from './machine.ts'
import { dropped, type Journey, type Travel } from './travel.ts'

export interface Gate {
  readonly direction: 'ingress' | 'egress'
  readonly vpc: string
  /** The machine that sends, or receives. */
  readonly machine: Machine
}

/**
 * Past the firewall of a VPC, which stands at every machine of it; null where it lets the packet
 * through. It is stateful: answers are never asked.
 */
export function passVpcFirewall(travel: Travel, gate: Gate): Journey | null {
  const { fabric, journal } = travel
  const { direction, vpc, machine } = gate
  const network = fabric.vpcs.get(vpc)
  if (!network) return null
  const rule = ruleFor(fabric, gate, journal.moving())
  if (!network.firewall.told) {
    const granted = `vpc-${direction}-allowed` as const
    journal.assume({ code: rule ? 'gke-firewall-rules' : granted })
    return null
  }
  if (rule?.cluster) journal.assume({ code: 'gke-firewall-rules' })
  const allowed = rule ? rule.action === 'allow' : direction === 'egress'
  const told = { direction, vpc, rule: rule?.name ?? null, machine: machineName(machine) } as const
  const at = place.vpc(vpc)
  if (!allowed) {
    const { src, dst } = journal.moving()
    const addresses = { src: formatAddress(src), dst: formatAddress(dst) }
    return dropped(travel, at, { code: 'dropped-vpc-firewall', ...told, ...addresses })
  }
  const reason: Reason = { code: 'vpc-firewall-allowed', ...told }
  journal.note({ place: at, stage: 'firewall', mood: 'passed', reason })
  return null
}

/** The rule that decides; null where only the implied one is left: out is allowed, in is denied. */
function ruleFor(fabric: Fabric, gate: Gate, packet: Moving): VpcRule | null {
  const { firewall } = fabric.vpcs.get(gate.vpc) ?? {}
  const rules = firewall?.[gate.direction] ?? []
  return (
    rules.find((rule) => isFor(rule, gate, packet) && isAbout(fabric, rule, gate, packet)) ?? null
  )
}

function isFor({ cluster, targetTags, to }: VpcRule, { machine }: Gate, { dst }: Moving): boolean {
  if (cluster !== null && (machine.kind !== 'node' || machine.node.cluster !== cluster))
    return false
  if (to && !to.some((address) => sameAddress(address, dst))) return false
  return targetTags === null || machineTags(machine).some((tag) => targetTags.includes(tag))
}

function isAbout(fabric: Fabric, rule: VpcRule, gate: Gate, packet: Moving): boolean {
  const other = gate.direction === 'ingress' ? packet.src : packet.dst
  const inRanges = rule.ranges.some((range) => cidrContains(range, other))
  if (!inRanges && !comesFromTagged(fabric, rule, gate.vpc, packet.src)) return false
  return rule.services === null || rule.services.some((service) => isServed(service, packet))
}

/**
 * Tags stand for the primary address of a machine of the same VPC; not for its alias addresses, which
 * Pods have. Source: Google Cloud, "VPC firewall rules": sources; "Alias IP ranges": firewalls.
 */
function comesFromTagged(
  fabric: Fabric,
  { sourceTags }: VpcRule,
  vpc: string,
  src: Address,
): boolean {
  if (sourceTags.length === 0) return false
  const host = hostAt(fabric, vpc, src)
  if (host?.kind !== 'node' && host?.kind !== 'endpoint') return false
  return hasPrimary(host, src) && machineTags(host).some((tag) => sourceTags.includes(tag))
}

function isServed(
  { protocol, ports }: NonNullable<VpcRule['services']>[number],
  packet: Moving,
): boolean {
  if (protocol !== null && protocol !== packet.protocol) return false
  if (ports === null) return true
  const { dport } = packet
  return dport.kind === 'exact' && ports.some(([lo, hi]) => lo <= dport.port && dport.port <= hi)
}
