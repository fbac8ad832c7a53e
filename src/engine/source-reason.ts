import { type Address, formatAddress, sameAddress } from '../net/address.ts'
import { formatMasked } from './masked-address.ts'
import type { Passage } from './node.ts'
import { programReason } from './program-reason.ts'
import type { Reason } from './reason.ts'
import type { Rule, Ruleset } from './rule.ts'
import type { Deed, RuleRef, Step, Walk } from './trace.ts'
import type { Flow, NodePolicy } from './world.ts'

/** Why a node kept or changed the source of a flow's first packet, read off its account. */
export function sourceReason(
  flow: Flow,
  passage: Passage,
  node: string,
  policy: NodePolicy,
): Reason {
  if (passage.fate === 'local') {
    return { code: 'kept-same-node', dst: formatAddress(passage.packet.dst), node }
  }
  const walk = passage.walks.findLast(({ hook }) => hook === 'POSTROUTING')
  const dst = formatAddress(passage.packet.dst)
  const atDevice = programReason(passage)
  if (atDevice && BEFORE_ALL.has(atDevice.code)) return atDevice
  if (passage.knownAs) return conntrackReason(passage.knownAs, passage, node)
  const translated = walk && translatedBy(walk, dst, passage)
  if (translated) return translated
  if (hasPrimaryAddress(flow, node)) {
    return { code: 'kept-host-network', src: formatAddress(flow.from.address) }
  }
  return atDevice ?? (walk && keptBy(walk, dst, policy.rules)) ?? silence(flow, node, policy)
}

/** What a program makes of the source, or of the packet, counts for more than table nat before it. */
const BEFORE_ALL = new Set<Reason['code']>([
  'translated-by-program',
  'dropped-by-program',
  'sent-to-gateway',
])

function conntrackReason(came: Address, { packet }: Passage, node: string): Reason {
  const src = formatAddress(packet.src)
  return sameAddress(came, packet.src)
    ? { code: 'kept-by-conntrack', node, src }
    : { code: 'translated-by-conntrack', node, from: formatAddress(came), to: src }
}

/** A process of this node that is bound to nothing else has the address that it would be given. */
const hasPrimaryAddress = ({ from }: Flow, node: string): boolean =>
  from.kind === 'node' && from.node.name === node && !from.bound

function translatedBy(walk: Walk, dst: string, passage: Passage): Reason | null {
  const end = walk.steps.findLast((step) => step.kind === 'matched')
  if (!end) return null
  const { did, rule } = end
  if (did.kind === 'undetermined') {
    return { code: 'chance-decides', ...at(rule), percent: Math.round(did.probability * 1000) / 10 }
  }
  if (did.kind !== 'rewrote') return null
  const to = did.changes.find(({ field }) => field === 'src')?.to
  if (typeof to !== 'string') return null
  return did.target === 'MASQUERADE'
    ? { code: 'masqueraded', dst, ...at(rule), device: passage.route?.dev ?? '', to }
    : { code: 'translated-by-rule', ...at(rule), target: did.target, to }
}

function keptBy(walk: Walk, dst: string, rules: Ruleset): Reason | null {
  const end = walk.steps.findLast((step) => endsWalk(step) && !leavesToOthers(step, rules))
  if (end?.kind !== 'matched') return null
  const { did, rule: ref } = end
  if (did.kind === 'bound' || did.kind === 'rewrote') {
    return { code: 'kept-already-that-address', src: walkSource(did), ...at(ref) }
  }
  if (did.kind === 'accepted') return { code: 'kept-by-rule', ...at(ref), target: 'ACCEPT' }
  const rule = ruleOf(rules, ref)
  const cidr = rule?.base.destination ? formatMasked(rule.base.destination) : '0.0.0.0/0'
  switch (rule?.origin?.keeps) {
    case 'link-local':
      return { code: 'kept-link-local', dst, ...at(ref) }
    case 'default-range':
      return { code: 'kept-default-range', dst, cidr, ...at(ref) }
    case 'configured-range':
      return { code: 'kept-configured-range', dst, cidr, ...at(ref) }
    default:
      return { code: 'kept-by-rule', ...at(ref), target: 'RETURN' }
  }
}

const ENDING = new Set<Deed['kind']>(['returned', 'accepted', 'rewrote', 'bound'])

const endsWalk = (step: Step): boolean => step.kind === 'matched' && ENDING.has(step.did.kind)

const leavesToOthers = (step: Step, rules: Ruleset): boolean =>
  step.kind === 'matched' && ruleOf(rules, step.rule)?.origin?.keeps === 'nothing'

const walkSource = (did: Deed): string => {
  const port = did.kind === 'rewrote' ? did.changes.find(({ field }) => field === 'src') : undefined
  return typeof port?.from === 'string' ? port.from : ''
}

function silence(flow: Flow, node: string, policy: NodePolicy): Reason {
  if (flow.dst.family === 6) return { code: 'kept-ipv6', node }
  if (policy.silence === 'default-snat-disabled')
    return { code: 'kept-default-snat-disabled', node }
  if (policy.silence === 'nothing-written') return { code: 'kept-no-rules-written', node }
  return { code: 'kept-no-rule', node }
}

const at = ({ chain, line }: RuleRef): { readonly chain: string; readonly line: number } => ({
  chain,
  line,
})

const ruleOf = (rules: Ruleset, ref: RuleRef): Rule | undefined =>
  [...rules.nat4.chains, ...rules.nat6.chains]
    .flatMap((chain) => chain.rules)
    .find(({ id }) => id === ref.id)
