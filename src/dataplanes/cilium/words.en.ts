import type { CiliumWords } from './codes.ts'

export const words: CiliumWords = {
  name: 'Cilium',
  about:
    'Masquerades what Pods send out of the cluster, by iptables or by an eBPF program at the devices.',
  origins: {
    feeder: 'Cilium’s entry: everything that leaves goes to its chain first.',
    'node-set':
      'Native routing: the source is kept to the other nodes of the cluster, whose addresses are in the set.',
    masquerade:
      'What the node’s Pods send out of the range that is kept is masqueraded, link-local included.',
    'masquerade-interfaces':
      '`egress-masquerade-interfaces` is set: whatever leaves by that interface is masqueraded, the node’s own packets too.',
    'route-source':
      '`enable-masquerade-to-route-source` is on: the source becomes the one that the route names.',
    'proxy-return': 'Answers of Cilium’s proxy keep their source.',
    'host-to-cluster':
      'Tunnel mode: what the node itself sends to Pods of other nodes gets the address of `cilium_host`.',
    'host-loopback': 'What the node sends from its loopback address gets the one of `cilium_host`.',
    hairpin:
      'A Pod’s packet whose destination was rewritten to a Pod of the same node gets the address of `cilium_host`.',
    'host-low-port':
      'The node’s own packet from a port below those that are given to Pods: nothing can collide with it.',
    'host-source':
      'The source already is the device’s address: the connection is tracked, so that no Pod gets its port.',
    reply: 'Answers to connections that were opened from outside keep their source.',
    'egress-gateway':
      'The destination lies outside the cluster: egress gateway policies are asked.',
    'egress-excluded': 'The policy lists it among `excludedCIDRs`: no gateway for it.',
    'egress-no-gateway': 'The policy covers it, but no node matches its `nodeSelector`.',
    'egress-redirect':
      'The policy covers it: the packet goes to the gateway node, inside the tunnel.',
    'egress-snat': 'This node is the gateway: the packet leaves with the egress IP.',
    'egress-no-address': 'This node is the gateway, but it does not have the egress IP.',
    'native-range': 'Inside `ipv4-native-routing-cidr`, or its twin for IPv6: the source is kept.',
    'pod-share':
      'No native-routing CIDR is set: the source is kept to the node’s own Pod range only.',
    'host-endpoint': 'The source is another address of the node itself, not a Pod’s.',
    'skip-masquerade': 'The Pod’s address comes from a pool that is not to be masqueraded.',
    'ip-masq': 'In the map of Cilium’s ip-masq-agent: the source is kept.',
    'remote-node': 'Native routing: the source is kept to other nodes of the cluster.',
    'bpf-masquerade': 'The source is a Pod of this node, and nothing above has kept it.',
    'snat-echo': 'An echo request is translated; its identifier is kept while it is free.',
    'icmp-reply': 'An echo reply is never translated.',
    'icmp-error':
      'An ICMP error is translated with the connection that it reports on; alone it stays as it is.',
    'icmp-unsupported': 'Other ICMP messages cannot be translated, and are dropped.',
    'snat-ports':
      'The source port is kept above the NodePort range, and picked there where it lies below.',
    'snat-sctp': 'SCTP is translated only where the port may stay.',
    'other-protocol': 'Other protocols leave as they are: the program cannot translate them.',
  },
  writers: { cilium: 'Cilium (iptables)', 'cilium-bpf': 'Cilium (eBPF)', nobody: 'nobody' },
  agentWhy: {},
  notes: {
    'not-a-bool': '`{option}` is `{value}`, which is no boolean: the agent takes it for `false`.',
    'joined-interfaces':
      '`{names}` goes into one `-o` as it is: no interface has that name, so nothing is masqueraded.',
    'native-covers-more':
      '`{range}` covers more than the Pod range: whoever else lies in it, on-premises too, sees Pod addresses.',
    'list-missing':
      'The file has no `nonMasqueradeCIDRs`: to Cilium the list is empty then. The agent of Kubernetes would take its defaults.',
    'host-bits-cut':
      '`{written}` becomes `{range}`: Cilium cuts host bits off where the agent of Kubernetes refuses them.',
    'ignored-key': 'Cilium’s ip-masq-agent does not know `{key}`.',
    'map-unused': 'Nobody reads this: `enable-ip-masq-agent` is off.',
    'policy-unused': 'The policy `{name}` does nothing: `enable-ipv4-egress-gateway` is off.',
    'policy-selects-nothing': 'The policy `{name}` selects no Pod.',
  },
  assumptions: {
    'hairpin-mark':
      'The mark of hairpin packets, `0xf00`, was read in the code and not seen on a node.',
    'per-packet':
      'The program decides on each packet: a change reaches connections that are open already. That follows from the code and was not observed.',
    'router-address':
      'The address of `cilium_host` comes out of the node’s Pod range; the first one stands for it.',
    'route-source-hint': 'Each route is taken to name the address of its interface as its source.',
  },
  refusedBy: {
    'cilium-agent': 'The Cilium agent does not start:',
    'cilium-ip-masq-agent': 'Cilium’s ip-masq-agent leaves its map as it was:',
    'cilium-egress-gateway': 'Cilium ignores the policy:',
  },
  settings: {
    'routing-mode': { label: 'Routing', help: 'How packets reach Pods of other nodes.' },
    'native-range': {
      label: 'Native-routing CIDR',
      help: 'Destinations to which Pods keep their address. One range only.',
    },
    'bpf-masquerade': {
      label: 'eBPF masquerading',
      help: 'A program at the devices decides, packet by packet, in place of iptables.',
    },
    masquerade4: {
      label: 'Masquerade IPv4',
      help: 'Off: Pods keep their IPv4 address everywhere.',
    },
    masquerade6: {
      label: 'Masquerade IPv6',
      help: 'Off: Pods keep their IPv6 address everywhere.',
    },
    devices: {
      label: 'Devices',
      help: 'Where the eBPF program stands. Empty: every native device.',
    },
    'egress-interfaces': {
      label: 'Masquerading interfaces',
      help: 'With iptables only: whatever leaves by this interface is masqueraded.',
    },
    'ip-masq-agent': {
      label: 'ip-masq-agent',
      help: 'With eBPF only: Cilium reads the ConfigMap of the agent of Kubernetes, in its own way.',
    },
    'kept-ranges': {
      label: 'Kept ranges',
      help: 'The list `nonMasqueradeCIDRs` of that ConfigMap.',
    },
    'masq-link-local': {
      label: 'Masquerade link-local',
      help: 'On: Pods do not keep their address to link-local destinations.',
    },
    'remote-node-masquerade': {
      label: 'Masquerade to nodes',
      help: 'With eBPF, since 1.19: Pods do not keep their address to other nodes.',
    },
  },
}
