import type { MissingCode } from '../engine/trace.ts'
import type { ReasonText } from './messages.ts'
import { isVpc, placeNamer } from './place-name.ts'
import { address, cidr, code, listed, type Sentence, say } from './sentence.ts'

const at = placeNamer({ internet: 'the internet', metadata: 'the metadata server' })
const rule = (chain: string, line: number): Sentence => say`rule ${line} of ${code(chain)}`
const ruleFirst = (chain: string, line: number): Sentence => say`Rule ${line} of ${code(chain)}`
const ranges = (texts: readonly string[]): Sentence => listed(texts.map(cidr), ', ')
const ended = (rejects: boolean): string => (rejects ? 'Refused' : 'Dropped')

const missing = (what: MissingCode, of: string): Sentence => {
  const name = code(of)
  switch (what) {
    case 'chance':
      return say`chance decides.`
    case 'vpc':
      return say`the scenario does not say in which VPC ${name} is.`
    case 'next-hop':
      return say`a route leads to ${name}, which is not on the map.`
    case 'far-network':
      return say`the network beyond ${name} is not on the map.`
    case 'far-ranges':
      return say`the scenario does not say which ranges ${name} has.`
    case 'nat-address':
      return say`only some of the addresses of ${name} are let in, and which one it picks is not known.`
    case 'psc-address':
      return say`which source the producer behind ${name} sees is not known, and it does not let every one in.`
  }
}

export const reasonsEn: ReasonText = {
  'kept-configured-range': (r) =>
    say`${address(r.dst)} lies in ${cidr(r.cidr)}, which the configuration lists: ${rule(r.chain, r.line)} is ${code('RETURN')}, so the packet keeps its source address.`,
  'kept-default-range': (r) =>
    say`${address(r.dst)} lies in ${cidr(r.cidr)}, a default non-masquerade range: ${rule(r.chain, r.line)} is ${code('RETURN')}, so the packet keeps its source address.`,
  'kept-same-node': (r) =>
    say`${address(r.dst)} belongs to ${code(r.node)} itself: the packet never reaches ${code('POSTROUTING')} and keeps its source address.`,
  'kept-default-snat-disabled': (r) =>
    say`Default SNAT is off and no ip-masq-agent runs, so no rule on ${code(r.node)} masquerades: the packet keeps its source address.`,
  'kept-ipv6': (r) =>
    say`This is IPv6, and ${code(r.node)} masquerades IPv4 only: the packet keeps its source address.`,
  'kept-host-network': (r) =>
    say`The sender uses the node’s own network: ${address(r.src)} already is the node’s address, so there is nothing to change.`,
  'kept-return-packet': (r) =>
    say`This packet answers a flow that ${address(r.original)} opened: conntrack knows it, and the nat rules are not asked.`,
  'kept-link-local': (r) =>
    say`${address(r.dst)} is link-local: ${rule(r.chain, r.line)} is ${code('RETURN')}, so the packet keeps its source address.`,
  'kept-by-rule': (r) =>
    say`${ruleFirst(r.chain, r.line)} matches, and its target ${code(r.target)} ends the search: the packet keeps its source address.`,
  'kept-no-rule': (r) =>
    say`No nat rule on ${code(r.node)} changes the source of this packet, so it keeps its address.`,
  'kept-no-rules-written': (r) =>
    say`Nobody has written masquerade rules on ${code(r.node)} yet, so the packet keeps its source address.`,
  'kept-already-that-address': (r) =>
    say`${ruleFirst(r.chain, r.line)} masquerades, but ${address(r.src)} already is the address it would give: the source stays the same.`,
  'kept-by-conntrack': (r) =>
    say`The flow is older than the present rules: conntrack on ${code(r.node)} keeps to what was decided then, and ${address(r.src)} stays.`,
  'translated-by-conntrack': (r) =>
    say`The flow is older than the present rules: conntrack on ${code(r.node)} keeps to what was decided then, and changes the source ${address(r.from)} to ${address(r.to)}.`,

  masqueraded: (r) =>
    say`${ruleFirst(r.chain, r.line)}, ${code('MASQUERADE')}, changes the source to ${address(r.to)}, the address of the interface it leaves by, ${code(r.device)}: no rule before it keeps the source to ${address(r.dst)}.`,
  'translated-by-rule': (r) =>
    say`${ruleFirst(r.chain, r.line)} matches, and its target ${code(r.target)} changes the source to ${address(r.to)}.`,
  'kept-by-program': (r) =>
    say`The eBPF program at ${code(r.device)} lets it pass: ${rule(r.chain, r.line)} matches ${address(r.dst)}, so the packet keeps its source address.`,
  'translated-by-program': (r) =>
    say`The eBPF program at ${code(r.device)} finds no reason to keep the source to ${address(r.dst)}: ${rule(r.chain, r.line)} changes it to ${address(r.to)}.`,
  'dropped-by-program': (r) =>
    say`Dropped: ${rule(r.chain, r.line)} of the eBPF program at ${code(r.device)} gives the reason ${code(r.text)}.`,
  'sent-to-gateway': (r) =>
    say`An egress gateway policy covers ${address(r.dst)}: ${rule(r.chain, r.line)} sends the packet to ${code(r.node)}, which sends it out.`,
  'through-tunnel': (r) =>
    say`The packet travels inside a tunnel from ${code(r.from)} to ${code(r.to)}; its own addresses stay as they are.`,
  'chance-decides': (r) =>
    say`${ruleFirst(r.chain, r.line)} takes ${r.percent}% of the flows at random, so the outcome is not certain.`,

  sent: (r) => say`${code(r.from)} sends the packet.`,
  'destination-rewritten': (r) =>
    say`${ruleFirst(r.chain, r.line)} changes the destination to ${address(r.to)}; everything after sees this one.`,
  'destination-by-conntrack': (r) =>
    say`conntrack on ${code(r.node)} knows the flow: it changes the destination ${address(r.from)} to ${address(r.to)} as before.`,
  'prerouting-left-alone': () => say`No nat rule changes the destination before routing.`,
  forwarded: (r) =>
    r.via === null
      ? say`Route ${cidr(r.route)} sends the packet straight out of ${code(r.device)}.`
      : say`Route ${cidr(r.route)} sends the packet out of ${code(r.device)} to the next hop ${address(r.via)}.`,
  'delivered-locally': (r) =>
    say`The destination belongs to ${code(r.node)}, so the packet is delivered there and not forwarded.`,
  'vpc-subnet-route': (r) => say`The VPC’s subnet route ${cidr(r.route)} leads to the destination.`,
  'vpc-dynamic-route': (r) =>
    say`The VPC learned the dynamic route ${cidr(r.route)} over ${code(r.attachment)}, and sends the packet there.`,
  'vpc-custom-route': (r) =>
    say`The VPC’s custom route ${cidr(r.route)} sends the packet to ${code(r.appliance)}.`,
  'vpc-internet-route': () => say`The VPC’s default route leads to the internet gateway.`,
  'crossed-attachment': (r) => say`The packet crosses ${code(r.attachment)} as it is.`,
  'cloud-nat-translated': (r) =>
    say`${address(r.from)} lies in ${cidr(r.range)}, which Cloud NAT covers: the source becomes ${address(r.to)}.`,
  'appliance-translated': (r) =>
    say`${code(r.appliance)} translates on its own: the source ${address(r.from)} becomes ${address(r.to)}.`,
  'external-address-translated': (r) =>
    say`The machine has an external address of its own: the source ${address(r.from)} becomes ${address(r.to)}, one to one.`,
  'external-address-resolved': (r) =>
    say`${address(r.from)} is a machine’s external address: the destination becomes ${address(r.to)}, one to one.`,
  'load-balanced': (r) =>
    say`The load balancer of ${address(r.address)} hands the packet to ${code(r.node)} as it is.`,
  'entered-vpc': (r) =>
    say`The far side has learned the route ${cidr(r.route)} over ${code(r.attachment)}, and the packet comes in there.`,
  'firewall-allowed': (r) =>
    say`${code(r.firewall)} lets ${address(r.src)} in: it lies in ${cidr(r.range)}.`,
  'reply-untranslated': (r) =>
    say`conntrack on ${code(r.node)} recognises the reply and changes its destination ${address(r.from)} back to ${address(r.to)}.`,
  'cloud-nat-untranslated': (r) =>
    say`The reply’s destination ${address(r.from)} is changed back to ${address(r.to)}, which opened the flow.`,
  'reply-source-restored': (r) =>
    say`conntrack on ${code(r.node)} recognises the reply and changes its source ${address(r.from)} back to ${address(r.to)}, which the sender had asked.`,
  'return-route': (r) => say`Route ${cidr(r.route)} leads back to the source that was seen.`,

  arrived: (r) =>
    say`The packet arrives at ${at(r.at)}, which sees ${address(r.src)} as its source.`,
  answered: (r) => say`The answer from ${at(r.at)} goes to the source that it saw.`,
  'dropped-no-route': (r) =>
    isVpc(r.at)
      ? say`Dropped: no route of ${at(r.at)} leads this packet to ${address(r.dst)}; an internet gateway carries public addresses only.`
      : say`Dropped: ${at(r.at)} has no route to ${address(r.dst)}.`,
  'dropped-far-firewall': (r) =>
    r.allowed.length === 0
      ? say`${ended(r.rejects)}: ${code(r.firewall)} lets no source in, so not ${address(r.src)} either.`
      : say`${ended(r.rejects)}: ${code(r.firewall)} lets in only ${ranges(r.allowed)}, and ${address(r.src)} is outside.`,
  'dropped-cloud-nat-not-covering': (r) =>
    r.covered.length === 0
      ? say`Dropped: Cloud NAT covers no range, so ${address(r.src)} gets no public address.`
      : say`Dropped: Cloud NAT covers only ${ranges(r.covered)}, so ${address(r.src)} gets no public address.`,
  'dropped-no-internet-path': (r) =>
    say`Dropped: ${address(r.src)} has no external address, and there is no Cloud NAT to give it one.`,
  'dropped-no-return-route': (r) =>
    r.advertised.length === 0
      ? say`The reply is lost: nothing is advertised to ${at(r.at)}, so it has no route back to ${address(r.src)}.`
      : say`The reply is lost: only ${ranges(r.advertised)} is advertised to ${at(r.at)}, so it has no route back to ${address(r.src)}.`,
  'dropped-nobody-there': (r) =>
    say`Dropped: no host in ${at(r.at)} has the address ${address(r.dst)}.`,
  'dropped-port-closed': (r) =>
    say`Refused: nothing listens on port ${r.port} of ${address(r.dst)}.`,
  'dropped-reply-unknown': (r) =>
    say`The reply is lost: ${address(r.dst)} leads to ${code(r.node)}, whose conntrack has no entry for this flow.`,
  'dropped-no-source-address': (r) =>
    say`Dropped: ${code(r.device)} has no address that ${code('MASQUERADE')} could use.`,
  'dropped-no-free-port': (r) =>
    say`Dropped: every port that the rule allows for ${address(r.src)} is taken on ${code(r.node)}.`,
  'dropped-own-address': (r) =>
    say`Dropped: ${address(r.src)} is the address of ${code(r.pod)} itself, and it takes no packet that claims to come from itself.`,
  'refused-no-endpoints': (r) =>
    say`Refused: the Service ${code(r.service)} has no endpoints, so the node rejects what goes to port ${r.port} of ${address(r.dst)}.`,
  'dropped-network-policy-ingress': (r) =>
    say`Dropped at the Pod: the network policies of ${code(r.pod)} (${code(r.policies.join(', '))}) let nobody in with the source ${address(r.src)}.`,
  'dropped-network-policy-egress': (r) =>
    say`Dropped at the Pod: the network policies of ${code(r.pod)} (${code(r.policies.join(', '))}) do not let it send to ${address(r.dst)}.`,
  'dropped-no-local-endpoints': (r) =>
    say`Dropped: the Service ${code(r.service)} has no endpoint on ${code(r.node)}, and its traffic policy is ${code('Local')}.`,
  'dropped-routing-loop': (r) =>
    r.route === null
      ? say`Dropped: rules on the nodes send the packet round in circles, and at ${at(r.at)} it has gone far enough.`
      : say`Dropped: a routing loop. At ${at(r.at)} the packet is back where it was, and route ${code(r.route)} would send it round again.`,
  'dropped-not-advertised': (r) =>
    r.advertised.length === 0
      ? say`Dropped: nothing is advertised to ${at(r.at)}, so it has no route to ${address(r.dst)}.`
      : say`Dropped: only ${ranges(r.advertised)} is advertised to ${at(r.at)}, so it has no route to ${address(r.dst)}.`,
  'dropped-not-public': (r) =>
    say`Dropped: no machine and no load balancer has ${address(r.dst)} as its external address, so the internet finds no way to it.`,

  'vpc-gateway-route': (r) =>
    say`The static route ${code(r.name)}, ${cidr(r.route)}, leads to the internet gateway.`,
  'vpc-static-route': (r) =>
    say`The static route ${code(r.name)}, ${cidr(r.route)}, sends the packet over ${code(r.attachment)}.`,
  'vpc-pod-route': (r) =>
    say`The cluster is routes-based: the VPC’s custom route ${cidr(r.route)} leads to ${code(r.node)}.`,
  'vpc-peering-route': (r) =>
    say`The route ${cidr(r.route)} came over the peering ${code(r.peering)}: it leads into ${code(r.vpc)}.`,
  'vpc-firewall-allowed': (r) => {
    if (r.rule === null) {
      return say`No firewall rule of ${code(r.vpc)} is about this packet, and the implied rule lets ${code(r.machine)} send it.`
    }
    return r.direction === 'egress'
      ? say`The firewall rule ${code(r.rule)} of ${code(r.vpc)} lets ${code(r.machine)} send it.`
      : say`The firewall rule ${code(r.rule)} of ${code(r.vpc)} lets it in to ${code(r.machine)}.`
  },
  'endpoint-allowed': (r) =>
    say`${code(r.endpoint)} lets ${address(r.src)} in: it lies in ${cidr(r.range)}.`,
  'appliance-forwarded': (r) =>
    r.into === 'internet'
      ? say`${code(r.appliance)} forwards the packet to the internet.`
      : say`${code(r.appliance)} forwards the packet into ${code(r.into)}.`,
  'psc-translated': (r) =>
    say`${code(r.endpoint)} is a Private Service Connect endpoint: the producer sees an address of ${cidr(r.range)} instead of ${address(r.from)}.`,
  'far-static-route': (r) =>
    say`The static route ${cidr(r.route)} of ${at(r.at)} leads over ${code(r.attachment)}.`,
  'dropped-vpc-firewall': (r) => {
    if (r.rule === null) {
      return say`Dropped: no firewall rule of ${code(r.vpc)} lets ${address(r.src)} in to ${code(r.machine)}, and the implied rule denies the rest.`
    }
    return r.direction === 'egress'
      ? say`Dropped: the firewall rule ${code(r.rule)} of ${code(r.vpc)} keeps ${code(r.machine)} from sending to ${address(r.dst)}.`
      : say`Dropped: the firewall rule ${code(r.rule)} of ${code(r.vpc)} denies ${address(r.src)} the way in to ${code(r.machine)}.`
  },
  'dropped-endpoint-refuses': (r) =>
    r.allowed.length === 0
      ? say`Dropped: ${code(r.endpoint)} lets no source in, so not ${address(r.src)} either.`
      : say`Dropped: ${code(r.endpoint)} lets in only ${ranges(r.allowed)}, and ${address(r.src)} is outside.`,
  'dropped-psc-over-peering': (r) =>
    say`Dropped: ${code(r.endpoint)} is a Private Service Connect endpoint, which cannot be reached over the peering ${code(r.peering)}.`,
  'dropped-not-forwarding': (r) =>
    say`Dropped: ${code(r.appliance)} is the next hop, but it does not forward, and ${address(r.dst)} is not its own address.`,
  'dropped-asymmetric': (r) =>
    r.saw === 'request'
      ? say`The connection fails: ${code(r.appliance)} keeps state and saw it begin, but its answers come back another way.`
      : say`The reply is lost: ${code(r.appliance)} keeps state, and it did not see this connection begin.`,
  'dropped-no-transit': (r) =>
    say`Dropped: route ${cidr(r.route)} of ${at(r.at)} leads out again, and a VPC does not pass on what comes from outside.`,
  'dropped-route-discards': (r) =>
    say`Dropped: route ${cidr(r.route)} of ${at(r.at)} discards what goes to ${address(r.dst)}.`,
  'dropped-return-stays': (r) =>
    say`The reply is lost: ${at(r.at)} has ${cidr(r.range)} itself, so what goes to ${address(r.src)} stays there.`,
  'not-told': (r) => say`This cannot be told: ${missing(r.missing, r.of)}`,
}
