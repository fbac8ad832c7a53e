import type { Glossary, Term } from './glossary.ts'

const is = (term: string, meaning: string): Term => ({ term, meaning })

export const glossaryEn: Glossary = {
  words: {
    title: 'Glossary',
    search: 'Find a term',
    found: (count) => (count === 1 ? '1 term' : `${count} terms`),
    spelledAs: 'Spelled as there',
    languages: 'In the other languages',
  },
  terms: {
    packet: is(
      'packet',
      'One message on the network: a header with addresses, and what it carries.',
    ),
    flow: is(
      'flow',
      'All packets between the same two ends, out and back: a connection, or its like.',
    ),
    reply: is('reply', 'What comes back to the source that was seen.'),
    source: is('source', 'The address that a packet says it comes from. Replies go there.'),
    destination: is('destination', 'The address that a packet is sent to.'),
    range: is('range', 'Neighbouring addresses in one word: 10.0.0.0/8 is all that begin with 10.'),
    pod: is('Pod', 'The smallest thing that Kubernetes runs. It has an address of its own.'),
    node: is('node', 'A machine that runs Pods.'),
    'node-pool': is('node pool', 'Nodes of a cluster that were made alike.'),
    cluster: is('cluster', 'Nodes that Kubernetes looks after together.'),
    service: is('Service', 'An address of Kubernetes that stands for several Pods.'),
    snat: is('SNAT', 'Source network address translation: the source of a packet is exchanged.'),
    dnat: is('DNAT', 'Destination network address translation: the destination is exchanged.'),
    masquerade: is(
      'masquerade',
      'SNAT to the address of the interface by which the packet leaves: a Pod’s packet leaves as its node’s.',
    ),
    'non-masquerade': is('non-masquerade', 'Of destinations: packets to them keep their source.'),
    'default-snat': is(
      'default SNAT',
      'What GKE masquerades where nobody says otherwise. A cluster can be made without it.',
    ),
    'ip-masq-agent': is(
      'ip-masq-agent',
      'A program on every node that writes masquerade rules from a ConfigMap.',
    ),
    'config-map': is(
      'ConfigMap',
      'Configuration as an object of Kubernetes, which programs in the cluster read.',
    ),
    'link-local': is(
      'link-local',
      'Addresses that mean something on one link only: 169.254.0.0/16.',
    ),
    'metadata-server': is(
      'metadata server',
      'What every Google Cloud machine can ask about itself, at 169.254.169.254.',
    ),
    kept: is('source kept', 'The far side sees the address that the sender has.'),
    translated: is('source changed', 'The far side sees another address than the sender’s.'),
    iptables: is(
      'iptables',
      'The command, and the rules, by which Linux filters and translates packets.',
    ),
    table: is(
      'table',
      'A set of chains for one purpose: nat translates, filter lets through or drops.',
    ),
    chain: is('chain', 'Rules in an order: the first that matches, and ends the search, decides.'),
    rule: is('rule', 'Conditions, and a target for what meets all of them.'),
    target: is(
      'target',
      'What a rule does with a packet: ACCEPT, RETURN, MASQUERADE, or a jump to another chain.',
    ),
    policy: is('policy', 'What happens at the end of a chain where no rule has decided.'),
    return: is(
      'RETURN',
      'Back to the calling chain, where the search goes on. It does not mean ACCEPT.',
    ),
    prerouting: is('PREROUTING', 'Before a route is chosen: here destinations are changed.'),
    postrouting: is(
      'POSTROUTING',
      'After a route is chosen, before a packet leaves: here sources are changed.',
    ),
    mark: is('mark', 'A number that rules write on a packet for rules after them.'),
    ipset: is('ipset', 'A named set of addresses or ranges that a rule can ask for.'),
    conntrack: is(
      'conntrack',
      'The memory of Linux for flows: what was translated once is translated for the whole flow, and back for its replies.',
    ),
    tuple: is(
      'tuple',
      'Addresses, ports and protocol of one direction of a flow, as conntrack keeps them.',
    ),
    hook: is('hook', 'A place in the way of a packet through the kernel at which rules are asked.'),
    verdict: is('verdict', 'What a hook answers: let it go on, or drop it.'),
    'ephemeral-port': is('ephemeral port', 'A source port that the kernel picks.'),
    ebpf: is('eBPF', 'Small programs that the kernel runs at its hooks, in place of rules.'),
    'egress-gateway': is(
      'egress gateway',
      'A node by which chosen Pods leave, always with the same source.',
    ),
    tunnel: is(
      'tunnel',
      'Packets inside packets, from node to node; those inside stay as they are.',
    ),
    'network-policy': is(
      'network policy',
      'Which Pods may talk to whom, as objects of Kubernetes.',
    ),
    vpc: is('VPC', 'Virtual private cloud: a network of one’s own at the cloud provider.'),
    subnet: is('subnet', 'A range of a VPC in which machines get addresses.'),
    route: is(
      'route',
      'For a range of destinations: where to send the packet next. The narrowest that fits counts.',
    ),
    'static-route': is('static route', 'A route that somebody has set.'),
    'dynamic-route': is('dynamic route', 'A route that was learned from the other side (BGP).'),
    'next-hop': is('next hop', 'Who gets the packet next on its way.'),
    advertise: is('advertise', 'To tell the other side that a range can be reached here.'),
    attachment: is('attachment', 'What joins a VPC and another network: an Interconnect or a VPN.'),
    peering: is('peering', 'Two VPCs that use each other’s routes.'),
    'on-premises': is('on-premises', 'A company’s own network, outside the cloud.'),
    firewall: is(
      'firewall',
      'Lets packets through by their source, destination and port, or drops them.',
    ),
    'implied-rule': is(
      'implied rule',
      'The rule of a VPC firewall when no other fits: out yes, in no.',
    ),
    ingress: is('ingress', 'What comes in.'),
    egress: is('egress', 'What goes out.'),
    'cloud-nat': is(
      'Cloud NAT',
      'Google’s managed SNAT to the internet for machines without a public address.',
    ),
    'external-address': is(
      'external address',
      'A public address that belongs to one machine and is translated one to one.',
    ),
    'public-address': is('public address', 'An address that is known in the internet.'),
    'load-balancer': is('load balancer', 'One address in front of several machines.'),
    psc: is(
      'Private Service Connect',
      'A private address for somebody else’s service, who sees a source of his own.',
    ),
    appliance: is(
      'appliance',
      'A machine that packets pass through: a router, a firewall, a NAT of one’s own.',
    ),
    asymmetric: is(
      'asymmetric routing',
      'Out by one way and back by another: whoever keeps state on one of them sees half.',
    ),
    drop: is('drop', 'To throw a packet away without a word: the sender waits.'),
    refuse: is('refuse', 'To answer that one does not want it: the sender knows at once.'),
    'time-out': is('time-out', 'Nobody has answered for so long that the sender gives up.'),
  },
}
