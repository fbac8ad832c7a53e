import type { Reason, ReasonCode, ReasonOf } from '../../engine/reason.ts'
import type { PlaceId } from '../../engine/trace.ts'
import type { Sentence } from '../sentence.ts'

/**
 * What carries a reason out: which hook, which function, which verdict.
 *
 * Sources: Linux, net/netfilter/nf_nat_core.c (`nf_nat_inet_fn`: rules are asked for new connections only;
 * null bindings; `nf_nat_packet` for every packet), nf_nat_masquerade.c (no address: `NF_DROP`),
 * nf_conntrack_core.c (`__nf_conntrack_confirm`: a reply tuple that is taken drops the packet),
 * net/ipv4/fib_frontend.c (`accept_local`), ip_input.c, ip_forward.c, netfilter/ipt_REJECT.c, xt_statistic.c;
 * include/uapi/linux/netfilter_ipv4.h for priorities. Cilium, bpf/lib/nat.h and bpf/lib/drop.h.
 */
export type Mechanism =
  | 'null-binding'
  | 'own-address'
  | 'ipv6-table'
  | 'local-out'
  | 'known-flow'
  | 'reply-direction'
  | 'masquerade'
  | 'same-address'
  | 'source-binding'
  | 'destination-binding'
  | 'no-destination-binding'
  | 'program-passes'
  | 'program-rewrites'
  | 'program-drops'
  | 'program-redirects'
  | 'tunnel'
  | 'chance'
  | 'send'
  | 'forward'
  | 'socket'
  | 'reply-tuple'
  | 'no-route'
  | 'no-socket'
  | 'unknown-reply'
  | 'no-address'
  | 'no-tuple'
  | 'martian'
  | 'reject'
  | 'filter'
  | 'policy'
  | 'time-to-live'
  // outside the kernels of the nodes
  | 'virtual-route'
  | 'virtual-firewall'
  | 'virtual-nat'
  | 'outside'

export type MechanismText = Readonly<Record<Mechanism, Sentence>>

/** The mechanism behind a reason; where it hangs on the place, a node has a kernel and the rest has none. */
export function mechanismOf(reason: Reason): Mechanism {
  const entry = MECHANISMS[reason.code]
  if (typeof entry === 'string') return entry
  const at: PlaceId = 'at' in reason ? reason.at : ''
  return at.startsWith('node:') || at.startsWith('pod:') ? entry.onNode : entry.elsewhere
}

type ByPlace = { readonly onNode: Mechanism; readonly elsewhere: Mechanism }

const MECHANISMS: Readonly<{
  [C in ReasonCode]: ReasonOf<C> extends { readonly at: PlaceId } ? Mechanism | ByPlace : Mechanism
}> = {
  'kept-configured-range': 'null-binding',
  'kept-default-range': 'null-binding',
  'kept-same-node': 'own-address',
  'kept-default-snat-disabled': 'null-binding',
  'kept-ipv6': 'ipv6-table',
  'kept-host-network': 'local-out',
  'kept-return-packet': 'reply-direction',
  'kept-link-local': 'null-binding',
  'kept-by-rule': 'null-binding',
  'kept-no-rule': 'null-binding',
  'kept-no-rules-written': 'null-binding',
  'kept-already-that-address': 'same-address',
  'kept-by-conntrack': 'known-flow',
  'translated-by-conntrack': 'known-flow',
  masqueraded: 'masquerade',
  'translated-by-rule': 'source-binding',
  'kept-by-program': 'program-passes',
  'translated-by-program': 'program-rewrites',
  'dropped-by-program': 'program-drops',
  'sent-to-gateway': 'program-redirects',
  'through-tunnel': 'tunnel',
  'chance-decides': 'chance',
  sent: 'send',
  'destination-rewritten': 'destination-binding',
  'destination-by-conntrack': 'known-flow',
  'prerouting-left-alone': 'no-destination-binding',
  forwarded: 'forward',
  'delivered-locally': 'own-address',
  'reply-untranslated': 'reply-direction',
  'reply-source-restored': 'reply-direction',
  arrived: 'socket',
  answered: 'reply-tuple',
  'dropped-no-route': { onNode: 'no-route', elsewhere: 'outside' },
  'dropped-nobody-there': 'outside',
  'dropped-port-closed': 'no-socket',
  'dropped-reply-unknown': 'unknown-reply',
  'dropped-no-source-address': 'no-address',
  'dropped-no-free-port': 'no-tuple',
  'dropped-own-address': 'martian',
  'refused-no-endpoints': 'reject',
  'dropped-network-policy-ingress': 'policy',
  'dropped-network-policy-egress': 'policy',
  'dropped-no-local-endpoints': 'filter',
  'vpc-subnet-route': 'virtual-route',
  'vpc-dynamic-route': 'virtual-route',
  'vpc-custom-route': 'virtual-route',
  'vpc-internet-route': 'virtual-route',
  'vpc-gateway-route': 'virtual-route',
  'vpc-static-route': 'virtual-route',
  'vpc-pod-route': 'virtual-route',
  'vpc-peering-route': 'virtual-route',
  'vpc-firewall-allowed': 'virtual-firewall',
  'endpoint-allowed': 'outside',
  'crossed-attachment': 'outside',
  'cloud-nat-translated': 'virtual-nat',
  'appliance-translated': 'outside',
  'appliance-forwarded': 'outside',
  'psc-translated': 'virtual-nat',
  'external-address-translated': 'virtual-nat',
  'external-address-resolved': 'virtual-nat',
  'load-balanced': 'outside',
  'entered-vpc': 'outside',
  'firewall-allowed': 'outside',
  'cloud-nat-untranslated': 'virtual-nat',
  'return-route': 'outside',
  'far-static-route': 'outside',
  'dropped-far-firewall': 'outside',
  'dropped-cloud-nat-not-covering': 'virtual-nat',
  'dropped-no-internet-path': 'virtual-nat',
  'dropped-no-return-route': 'outside',
  'dropped-routing-loop': { onNode: 'time-to-live', elsewhere: 'outside' },
  'dropped-vpc-firewall': 'virtual-firewall',
  'dropped-endpoint-refuses': 'outside',
  'dropped-psc-over-peering': 'outside',
  'dropped-not-forwarding': 'outside',
  'dropped-asymmetric': 'outside',
  'dropped-no-transit': 'virtual-route',
  'dropped-route-discards': 'outside',
  'dropped-return-stays': 'outside',
  'dropped-not-advertised': 'outside',
  'dropped-not-public': 'outside',
  'not-told': 'outside',
}
