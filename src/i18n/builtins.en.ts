import type { BuiltinGroup, BuiltinName } from '../scenario/builtins.ts'

/** What the built-in scenarios are called, and the groups that they stand in. */
export interface BuiltinTitles {
  readonly groups: Readonly<Record<BuiltinGroup, string>>
  readonly titles: Readonly<Record<BuiltinName, string>>
}

export const builtinsEn: BuiltinTitles = {
  groups: {
    'gke-standard': 'GKE Standard',
    'gke-autopilot': 'GKE Autopilot',
    calico: 'Calico',
    cilium: 'Cilium',
    'aws-vpc-cni': 'AWS VPC CNI',
    around: 'Around the node',
  },
  titles: {
    'private-endpoint-as-is': 'Private endpoint over Interconnect · as is',
    'private-endpoint-to-be': 'Private endpoint over Interconnect · to be',
    'default-snat-off': 'Default SNAT off, Cloud NAT covers the Pods',
    'default-snat-off-uncovered': 'Default SNAT off, Cloud NAT covers the nodes only',
    'masquerade-link-local': 'Metadata server, link-local masqueraded',
    'manual-rules-one-node': 'A rule typed by hand, on one node only',
    'autopilot-egress-nat-policy': 'Egress NAT policies as GKE makes them',
    'autopilot-private-service-connect': 'Egress NAT policy narrowed for a private endpoint',
    'calico-nat-outgoing': 'natOutgoing, a ping to the internet',
    'calico-disabled-pool': 'A disabled pool as an exemption',
    'gke-bootstrap-rules': 'What a GKE node does without an agent',
    'flag-off-until-replaced': 'Default SNAT turned off, one node not replaced yet',
    'agent-two-chains': 'Two chains at once, the agent’s own manifest on GKE',
    'configmap-manifest-as-value': 'A whole manifest as the value changes nothing',
    'existing-flow-keeps': 'An open connection keeps its source',
    'dual-stack': 'Two stacks, the agent with IPv6',
    'windows-and-host-network': 'Windows nodes and Pods in the node’s network',
    'cilium-node-kept-router-translated': 'A cluster node sees the Pod, a router the node',
    'cilium-ebpf-ip-masq-agent': 'eBPF: the same agent file, read another way',
    'cilium-egress-gateway': 'An egress gateway sends it out by another node',
    'aws-excluded-range': 'An excluded range, in which Pods are seen',
    'service-first': 'Services first, the chain sees the endpoint',
    'inbound-client-lost': 'A client from on-prem whose address is lost',
    'cloud-nat-pod-range': 'Public nodes, Pods through Cloud NAT on their own range',
  },
}
