import type { Outcome, Owner } from '../../engine/trace.ts'
import { percentOf } from '../figures.ts'
import { placeNamer } from '../place-name.ts'
import { address, code, type Sentence, say } from '../sentence.ts'
import type { LevelText } from './level.ts'

const at = placeNamer({
  internet: 'the internet',
  metadata: 'the machine’s own information service',
})

const SEEN_AS: Readonly<Record<Owner, string>> = {
  pod: 'the application’s own address',
  node: 'the address of the machine that it runs on',
  nat: 'a public address',
  'link-local': 'an address that only the machine itself knows',
  far: 'its own address',
}

const seen = ({ seenAs }: Outcome): Sentence =>
  say`It carries ${SEEN_AS[seenAs.owner]}, ${address(seenAs.address)}.`

const notice = ({ symptom }: Outcome): string => {
  if (symptom === null) return ''
  return symptom === 'time-out'
    ? ' Nobody answers, so the application waits until it gives up.'
    : ' The application is turned away at once.'
}

/** In plain words, for whoever decides but does not configure. */
export const managerEn: LevelText = {
  summary: {
    delivered: (o) => say`The message gets through to ${at(o.by)}. ${seen(o)}`,
    dropped: (o) =>
      say`The message does not get through: ${at(o.by)} stops it. ${seen(o)}${notice(o)}`,
    unanswered: (o) =>
      say`The message gets there, but its answer is lost at ${at(o.by)}. ${seen(o)}${notice(o)}`,
    undetermined: (o) => say`Whether the message gets through cannot be said. ${seen(o)}`,
  },
  steps: {
    entered: (s) => say`The machine begins to look through a list of rules, ${code(s.chain)}.`,
    skipped: () => say`This rule is not about this message.`,
    matched: () => say`This rule is about this message.`,
    resumed: (s) => say`It goes on in the list that it came from, ${code(s.chain)}.`,
    policy: (s) => say`The list ${code(s.chain)} is at its end: the message goes on as it is.`,
  },
  deeds: {
    counted: () => say`It only counts the message.`,
    jumped: (d) => say`It leads on to another list, ${code(d.chain)}.`,
    went: (d) => say`It leads on to another list, ${code(d.chain)}.`,
    returned: () => say`It says: nothing more in this list is about this message.`,
    accepted: () => say`It says: leave the message as it is.`,
    logged: () => say`It takes a note and goes on.`,
    marked: () => say`It marks the message for later and goes on.`,
    rewrote: () => say`It exchanges an address, and the search is over.`,
    bound: () => say`It would exchange an address, but the right one already stands there.`,
    tunnelled: (d) => say`It sends the message on by another machine, ${code(d.node)}.`,
    dropped: () => say`It stops the message.`,
    undetermined: (d) =>
      say`Chance decides: it applies to ${percentOf(d.probability)}% of connections.`,
  },
  reasons: {
    'kept-configured-range': () =>
      say`For this destination the cluster’s settings say: leave the application’s own address as it is.`,
    'kept-default-range': () =>
      say`Nobody has set anything for this destination, and then the application’s own address is left as it is.`,
    'kept-same-node': () => say`The destination is the same machine, so no address is exchanged.`,
    'kept-default-snat-disabled': () =>
      say`In this cluster the exchange of addresses is switched off, so the application’s own address stays.`,
    'kept-ipv6': () =>
      say`The machine exchanges only addresses of the older kind, and this one is of the newer, IPv6: it stays.`,
    'kept-host-network': () =>
      say`The sender uses the machine’s own address already, so there is nothing to exchange.`,
    'kept-return-packet': () =>
      say`This is an answer in a conversation that the machine knows, so it passes as it is.`,
    'kept-link-local': () =>
      say`The destination belongs to the machine’s own surroundings, and there the application’s address stays.`,
    'kept-by-rule': () => say`A rule on the machine says: leave the sender’s address as it is.`,
    'kept-no-rule': (r) =>
      say`No rule on ${code(r.node)} exchanges this sender’s address, so it stays.`,
    'kept-no-rules-written': (r) =>
      say`Nobody has told ${code(r.node)} yet to exchange addresses, so the application’s own stays.`,
    'kept-already-that-address': () =>
      say`The machine would put in an address that stands there already.`,
    'kept-by-conntrack': (r) =>
      say`The conversation began before the last change, and ${code(r.node)} carries it on as it began: the address stays.`,
    'translated-by-conntrack': (r) =>
      say`The conversation began before the last change, and ${code(r.node)} carries it on as it began: the address is exchanged.`,
    masqueraded: (r) =>
      say`The machine sends the message in its own name: the application’s address is exchanged for the machine’s, ${address(r.to)}.`,
    'translated-by-rule': (r) =>
      say`A rule on the machine exchanges the sender’s address for ${address(r.to)}.`,
    'kept-by-program': () =>
      say`The machine’s network software leaves the sender’s address as it is for this destination.`,
    'translated-by-program': (r) =>
      say`The machine’s network software exchanges the sender’s address for ${address(r.to)}.`,
    'dropped-by-program': () => say`Stopped: the machine’s network software refuses this message.`,
    'sent-to-gateway': (r) =>
      say`Messages to this destination must leave by one machine, so this one is handed to ${code(r.node)}.`,
    'through-tunnel': (r) =>
      say`The message is carried, wrapped up, from ${code(r.from)} to ${code(r.to)}; inside nothing changes.`,
    'chance-decides': (r) =>
      say`Chance decides here: ${r.percent}% of connections are treated one way, the others another.`,
    sent: (r) => say`${code(r.from)} sends the message.`,
    'destination-rewritten': () =>
      say`The address that was asked for stands for several machines, and one of them is picked.`,
    'destination-by-conntrack': (r) =>
      say`${code(r.node)} knows this conversation and sends the message to the same place as before.`,
    'prerouting-left-alone': () => say`The destination stays what the sender asked for.`,
    forwarded: () => say`The machine sends the message on towards its destination.`,
    'delivered-locally': (r) => say`The message is for ${code(r.node)} itself, and stays there.`,
    'vpc-subnet-route': () => say`The cloud’s network leads straight to the destination.`,
    'vpc-dynamic-route': (r) =>
      say`The cloud’s network has learned that this destination lies beyond ${code(r.attachment)}.`,
    'vpc-custom-route': (r) =>
      say`The cloud’s network sends the message by way of ${code(r.appliance)}.`,
    'vpc-internet-route': () => say`The cloud’s network sends the message towards the internet.`,
    'crossed-attachment': (r) => say`The message crosses ${code(r.attachment)} as it is.`,
    'cloud-nat-translated': (r) =>
      say`On the way to the internet the sender’s address is exchanged for a public one, ${address(r.to)}.`,
    'appliance-translated': (r) =>
      say`${code(r.appliance)} sends the message in its own name, ${address(r.to)}.`,
    'external-address-translated': (r) =>
      say`The machine has a public address of its own, and the message leaves with it: ${address(r.to)}.`,
    'external-address-resolved': () =>
      say`The public address that was asked for belongs to a machine, and the message goes to it.`,
    'load-balanced': (r) =>
      say`The entrance that all share picks ${code(r.node)} and hands it the message.`,
    'entered-vpc': (r) => say`The sender’s side knows the way in, over ${code(r.attachment)}.`,
    'firewall-allowed': (r) => say`${code(r.firewall)} knows this sender’s address and lets it in.`,
    'reply-untranslated': (r) =>
      say`${code(r.node)} remembers whose conversation it is, and hands the answer to the right application.`,
    'cloud-nat-untranslated': () =>
      say`The exit to the internet remembers whose conversation it is, and hands the answer back.`,
    'reply-source-restored': (r) =>
      say`${code(r.node)} puts the address back that the sender had asked, so that the answer is recognised.`,
    'return-route': () => say`The way back to the sender is known.`,
    arrived: (r) => say`The message arrives at ${at(r.at)}.`,
    answered: (r) => say`${at(r.at)} answers to the address that it saw.`,
    'dropped-no-route': (r) =>
      say`Stopped: at ${at(r.at)} nobody knows the way to this destination.`,
    'dropped-far-firewall': (r) =>
      r.allowed.length === 0
        ? say`Stopped: ${code(r.firewall)} lets nobody in.`
        : say`Stopped: ${code(r.firewall)} lets in only senders that it knows, and the address on this message, ${address(r.src)}, is not one of them.`,
    'dropped-cloud-nat-not-covering': () =>
      say`Stopped: the exit to the internet does not serve this sender, so it gets no public address.`,
    'dropped-no-internet-path': () =>
      say`Stopped: this sender has no public address, and there is no exit to the internet that would lend one.`,
    'dropped-no-return-route': (r) =>
      say`The answer is lost: ${at(r.at)} has not been told the way back to this sender’s address.`,
    'dropped-nobody-there': (r) =>
      say`Stopped: nobody in ${at(r.at)} has the address that was asked for.`,
    'dropped-port-closed': () =>
      say`Turned away: the destination is there, but no program answers at this door.`,
    'dropped-reply-unknown': (r) =>
      say`The answer is lost: it comes back to ${code(r.node)}, which knows nothing of this conversation.`,
    'dropped-no-source-address': (r) =>
      say`Stopped: the machine has no address on ${code(r.device)} that it could lend.`,
    'dropped-no-free-port': (r) =>
      say`Stopped: ${code(r.node)} has as many conversations of this kind as it can tell apart.`,
    'dropped-own-address': (r) =>
      say`Stopped: the message seems to come from ${code(r.pod)} itself, and such a message it does not believe.`,
    'refused-no-endpoints': (r) =>
      say`Turned away: nobody is behind the service ${code(r.service)} at the moment.`,
    'dropped-network-policy-ingress': (r) =>
      say`Stopped: the access rules of ${code(r.pod)} do not know the address that this message carries.`,
    'dropped-network-policy-egress': (r) =>
      say`Stopped: the access rules of ${code(r.pod)} do not let it send to this destination.`,
    'dropped-no-local-endpoints': (r) =>
      say`Stopped: nobody behind the service ${code(r.service)} runs on ${code(r.node)}, and it may not ask elsewhere.`,
    'dropped-routing-loop': (r) =>
      say`Stopped: the message was sent round in circles, and at ${at(r.at)} it has gone far enough.`,
    'dropped-not-advertised': (r) =>
      say`Stopped: ${at(r.at)} has not been told the way to this destination.`,
    'dropped-not-public': () =>
      say`Stopped: from the internet nobody can be reached at this address.`,
    'vpc-gateway-route': () =>
      say`The cloud’s network sends the message out at its gateway to the internet.`,
    'vpc-static-route': (r) =>
      say`Somebody has set it so: messages to this destination go over ${code(r.attachment)}.`,
    'vpc-pod-route': (r) =>
      say`The cloud’s network knows that this application runs on ${code(r.node)}.`,
    'vpc-peering-route': (r) =>
      say`The destination lies in a neighbouring network, ${code(r.vpc)}.`,
    'vpc-firewall-allowed': (r) =>
      r.direction === 'egress'
        ? say`The cloud’s firewall lets ${code(r.machine)} send it.`
        : say`The cloud’s firewall lets it in to ${code(r.machine)}.`,
    'endpoint-allowed': (r) => say`${code(r.endpoint)} knows this sender’s address and lets it in.`,
    'appliance-forwarded': (r) => say`${code(r.appliance)} passes the message on.`,
    'psc-translated': (r) =>
      say`${code(r.endpoint)} is a private entrance to somebody else’s service, who sees an address of his own instead of the sender’s.`,
    'far-static-route': (r) => say`${at(r.at)} knows the way back: over ${code(r.attachment)}.`,
    'dropped-vpc-firewall': (r) =>
      r.direction === 'egress'
        ? say`Stopped: the cloud’s firewall keeps ${code(r.machine)} from sending it.`
        : say`Stopped: the cloud’s firewall does not let this sender in to ${code(r.machine)}.`,
    'dropped-endpoint-refuses': (r) =>
      say`Stopped: ${code(r.endpoint)} lets in only senders that it knows, and the address on this message, ${address(r.src)}, is not one of them.`,
    'dropped-psc-over-peering': (r) =>
      say`Stopped: the private entrance ${code(r.endpoint)} cannot be used from a neighbouring network.`,
    'dropped-not-forwarding': (r) =>
      say`Stopped: messages are sent by way of ${code(r.appliance)}, but it passes nothing on.`,
    'dropped-asymmetric': (r) =>
      say`The conversation fails: ${code(r.appliance)} sees only one half of it, and lets half a conversation pass no further.`,
    'dropped-no-transit': (r) =>
      say`Stopped: the message would only cross ${at(r.at)}, and that network carries nobody through.`,
    'dropped-route-discards': (r) =>
      say`Stopped: ${at(r.at)} has been told to throw away what goes to this destination.`,
    'dropped-return-stays': (r) =>
      say`The answer is lost: ${at(r.at)} uses the sender’s address for something of its own, and keeps the answer.`,
    'not-told': () => say`This cannot be said: the scenario does not tell enough.`,
  },
}
