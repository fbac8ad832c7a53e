import type { Messages } from '../messages.ts'
import { code, say } from '../sentence.ts'
import { kernelLevel } from './kernel-level.ts'
import type { LevelText } from './level.ts'
import type { MechanismText } from './mechanism.ts'

const post = code('NF_INET_POST_ROUTING')
const pre = code('NF_INET_PRE_ROUTING')
const localIn = code('NF_INET_LOCAL_IN')
const localOut = code('NF_INET_LOCAL_OUT')
const accept = code('NF_ACCEPT')
const drop = code('NF_DROP')
const setup = code('nf_nat_setup_info()')
const nullBinding = code('nf_nat_alloc_null_binding()')
const rewrites = code('nf_nat_packet()')

const mechanisms: MechanismText = {
  'null-binding': say`At ${post} (priority ${code('NF_IP_PRI_NAT_SRC')} = 100) no target sets a binding up, so ${nullBinding} binds the source to itself: the reply tuple mirrors the original, verdict ${accept}.`,
  'own-address': say`${code('fib_lookup()')} answers ${code('RTN_LOCAL')}: ${code('ip_local_deliver()')} takes it up through ${localIn}, and ${post} is never passed.`,
  'ipv6-table': say`IPv6 walks ${code('ip6table_nat')}, where none of the IPv4 rules stand: ${nullBinding}, verdict ${accept}.`,
  'local-out': say`The socket is in the node’s network namespace: the packet begins at ${localOut}, and the route has already chosen its source.`,
  'known-flow': say`${code('nf_conntrack_in()')} finds the tuple. ${code('nf_nat_inet_fn()')} asks the rules for ${code('IP_CT_NEW')} only; for this packet ${rewrites} repeats what the entry holds.`,
  'reply-direction': say`The tuple is found in direction ${code('IP_CT_DIR_REPLY')}: no rule is asked, and ${rewrites} inverts what was done to the original.`,
  masquerade: say`At ${post}, ${code('nf_nat_masquerade_ipv4()')} takes the address of the output device from ${code('inet_select_addr()')}; ${setup} picks a free port and alters the reply tuple, ${rewrites} rewrites header and checksums, verdict ${accept}.`,
  'same-address': say`${setup} runs, but the tuple that it finds is the one that was there: nothing is left to rewrite.`,
  'source-binding': say`At ${post}, ${setup} binds with ${code('NF_NAT_MANIP_SRC')} and alters the reply tuple; ${rewrites} rewrites header and checksums.`,
  'destination-binding': say`At ${pre} or ${localOut} (priority ${code('NF_IP_PRI_NAT_DST')} = −100), ${setup} binds with ${code('NF_NAT_MANIP_DST')}; the route is looked up afterwards.`,
  'no-destination-binding': say`At ${pre}, ${nullBinding} binds the destination to itself, verdict ${accept}.`,
  'program-passes': say`The program at tc egress returns ${code('TC_ACT_OK')} and writes nothing; no netfilter hook comes after it.`,
  'program-rewrites': say`${code('snat_v4_nat()')} writes both directions into the map ${code('cilium_snat_v4_external')} and rewrites the header; the conntrack of netfilter knows nothing of it.`,
  'program-drops': say`${code('send_drop_notify_error()')} tells the monitor, and the program returns ${code('TC_ACT_SHOT')}.`,
  'program-redirects': say`The program sets the tunnel key and returns ${code('TC_ACT_REDIRECT')}: the packet goes to the tunnel device instead of out.`,
  tunnel: say`The tunnel device puts an outer header before it, from node to node; the other end takes that off again.`,
  chance: say`${code('statistic_mt()')} compares ${code('get_random_u32()')} with its threshold, for the first packet of each connection.`,
  send: say`The socket’s packet passes ${localOut} and ${post} of its own network namespace first; on a node it then comes out of the veth.`,
  forward: say`${code('fib_lookup()')} picks the route by longest prefix; what came in by another device passes ${code('ip_forward()')}, which lowers the TTL, and ${code('NF_INET_FORWARD')}.`,
  socket: say`This header is what the receiving socket sees as its peer.`,
  'reply-tuple': say`The answer’s tuple is ${code('nf_ct_invert_tuple()')} of what arrived: only to that tuple will conntrack answer.`,
  'no-route': say`${code('fib_lookup()')} fails, and ${code('ip_error()')} answers with ${code('ICMP_DEST_UNREACH')}.`,
  'no-socket': say`No socket listens: ${code('tcp_v4_send_reset()')} answers TCP, ${code('ICMP_PORT_UNREACH')} answers UDP.`,
  'unknown-reply': say`${code('nf_conntrack_in()')} finds no tuple, so nothing is inverted; the packet goes up through ${localIn}, where no socket waits for it.`,
  'no-address': say`${code('inet_select_addr()')} finds none, and ${code('nf_nat_masquerade_ipv4()')} returns ${drop}.`,
  'no-tuple': say`${code('nf_nat_l4proto_unique_tuple()')} finds no reply tuple that is free, and ${code('__nf_conntrack_confirm()')} drops the packet: ${code('insert_failed')} counts it.`,
  martian: say`${code('fib_validate_source()')} finds the source to be local, and ${code('accept_local')} is 0: a martian source, dropped before ${localIn}.`,
  reject: say`Table filter: ${code('reject_tg()')} sends ${code('ICMP_PORT_UNREACH')} and returns ${drop}.`,
  filter: say`Table filter: the verdict is ${drop}, before ${post} and before conntrack confirms the flow.`,
  policy: say`The policy’s own hook drops it (${drop} in table filter, or ${code('TC_ACT_SHOT')} by a program), before conntrack confirms the flow.`,
  'time-to-live': say`Each ${code('ip_forward()')} lowers the TTL; at 0 the kernel drops the packet and sends ${code('ICMP_TIME_EXCEEDED')}.`,
  'virtual-route': say`No kernel of a node decides this: the VPC’s virtual network does, by longest prefix, and no netfilter hook is passed.`,
  'virtual-firewall': say`The VPC’s firewall keeps state outside the guest’s kernel: no ${code('iptables')} on the machine shows it.`,
  'virtual-nat': say`The translation is kept outside the nodes: no conntrack table of a node holds it.`,
  outside: say`This is outside the kernels of the nodes: none of their hooks is passed.`,
}

/** Hooks, functions and verdicts, for whoever reads the kernel. */
export const kernelEn = (messages: Messages): LevelText => kernelLevel(messages, mechanisms, ' ')
