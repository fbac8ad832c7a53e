import type { CalicoWords } from './codes.ts'

export const words: CalicoWords = {
  name: 'Calico',
  about:
    'What leaves an `IPPool` with `natOutgoing` for an address in no pool takes the node’s address.',
  origins: {
    entry: 'Felix’s entry into this hook: every packet goes to Calico’s chain.',
    'floating-ips': 'Room for floating IPs; none are in use here.',
    'to-nat-outgoing': 'To the chain that holds the rule for `natOutgoing`.',
    'nat-outgoing':
      'From a pool with `natOutgoing`, to an address that is in no pool: masqueraded.',
    'nat-outgoing@line':
      'From a pool with `natOutgoing` (line {line}), to an address that is in no pool: masqueraded.',
    'nat-address': '`natOutgoingAddress` takes the place of the node’s address.',
    'nat-address@line': '`natOutgoingAddress`, line {line}, takes the place of the node’s address.',
    'nat-ports': 'Ports from `natPortRange`, which TCP and UDP alone have.',
    'nat-ports@line': 'Ports from `natPortRange`, line {line}, which TCP and UDP alone have.',
    'nat-ports-done': 'Nothing of this protocol goes on to the rule without ports.',
    'tunnel-source':
      'The node sends into a tunnel from another of its addresses: it takes the tunnel’s.',
    'tunnel-source-udp': 'The same for UDP, whose source port must not be that of VXLAN.',
    'bpf-loopback':
      'A Pod that reaches itself through a Service, as the eBPF program has marked it.',
    'bpf-entry':
      'Stands for the way into the eBPF program at the Pod’s interface. `iptables` on a node does not show it.',
    'bpf-program':
      'Stands for the eBPF program, which marks packets that need NAT. `iptables` on a node does not show it.',
    'bpf-nat-outgoing': 'What the eBPF program has marked for NAT is masqueraded.',
    'bpf-nat-outgoing@line':
      'What the eBPF program has marked for NAT, because of `natOutgoing` in line {line}, is masqueraded.',
  },
  writers: { felix: 'Felix', 'felix-bpf': 'Felix, eBPF mode', nobody: 'nobody' },
  agentWhy: {},
  notes: {
    'pool-covers-network':
      'The pool `{pool}` ({range}) covers addresses of `{network}`, which are no Pods’. Packets to them keep the Pod’s address.',
    'no-pool-nat-outgoing':
      'No pool has `natOutgoing`: `cali-nat-outgoing` is empty, and every Pod keeps its address.',
    'nat-outgoing-omitted':
      'The pool `{pool}` does not say `natOutgoing`, and that means false. Only the pool that Calico makes by itself has true.',
    'disabled-pool-excludes':
      'The pool `{pool}` gives no addresses to Pods any more. Packets to {range} keep their source all the same.',
    'pools-overlap':
      'The pool `{pool}` ({range}) overlaps with `{other}`. The API server does not see that; Calico gives no addresses from it.',
    'load-balancer-pool-excludes':
      'The pool `{pool}` ({range}) is for load balancers alone. In this version packets to it keep their source; from v3.31.6 and v3.32.1 on they take the node’s.',
    'pod-outside-pools':
      'The address of Pod `{pod}` lies in no pool: Calico leaves its packets as they are.',
    'exclusions-too-new': '`natOutgoingExclusions` came with v3.31; {version} does not know it.',
    'default-pool-made':
      'No `IPPool` is applied, so calico-node makes `{pool}` ({range}) when it starts.',
    'version-unknown': '`{text}` is no version of Calico; the newest known one is taken.',
  },
  assumptions: {
    'tunnel-not-drawn':
      'Between Pods of different nodes Calico may wrap packets in a tunnel. Here they go unwrapped; the source that the Pod sees is the same.',
    'bpf-program-as-rule':
      'The eBPF program at the Pod’s interface is shown as a rule that sets its mark. Its routes say what the sets say. Services, which it translates too, are shown as kube-proxy’s chains.',
    'nftables-as-iptables':
      'In nftables mode the rules decide the same; they are shown as `iptables` would print them.',
    'nat-address-not-for-ipv6':
      'What Felix does to IPv6 pools where `natOutgoingAddress` is set was not seen; they are masqueraded here.',
    'windows-not-modelled': 'What Calico does on Windows nodes is not modelled.',
  },
  refusedBy: {
    calicoctl: '`calicoctl` refuses the manifest:',
    kubectl: '`kubectl` refuses the manifest:',
    calico: 'Calico cannot use the manifest:',
  },
  settings: {
    natOutgoing: {
      label: 'NAT for outgoing packets',
      help: 'Packets from this pool to addresses in no pool take the node’s address.',
    },
    disabled: {
      label: 'Pool disabled',
      help: 'Pods get no more addresses from it. It stays a destination that keeps the source.',
    },
    cidr: {
      label: 'Range of the pool',
      help: 'Calico does not let it change once the pool exists.',
    },
    natOutgoingExclusions: {
      label: 'Destinations left alone',
      help: '`IPPoolsAndHostIPs` adds the addresses of all nodes to those of the pools. From v3.31 on.',
    },
    natOutgoingAddress: {
      label: 'NAT address',
      help: 'One IPv4 address for all pools, instead of that of the interface.',
    },
    natPortRange: { label: 'NAT ports', help: '`n` or `n:m`, for TCP and UDP.' },
    iptablesNATOutgoingInterfaceFilter: {
      label: 'Only out of interface',
      help: 'A name, or its beginning with `+`: `eth+`.',
    },
    chainInsertMode: {
      label: 'Place in the hooks',
      help: 'Before or after the rules of others. In POSTROUTING it counts in eBPF mode and up to v3.28.1 only.',
    },
    bpfEnabled: {
      label: 'eBPF mode',
      help: 'A program at the Pod’s interface decides; iptables follows its mark.',
    },
    calicoVersion: { label: 'Calico version', help: 'As `ClusterInformation` tells it.' },
  },
}
