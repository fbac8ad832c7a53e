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
  },
}
