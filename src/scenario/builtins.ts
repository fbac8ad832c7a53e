/**
 * The built-in scenarios in the order of the menu. A scenario's id is its `metadata.name` and the name
 * of its file; what each is called on screen stands in `i18n/builtins.*.ts`.
 */
export const BUILTIN_GROUPS = [
  {
    id: 'gke-standard',
    names: [
      'private-endpoint-as-is',
      'private-endpoint-to-be',
      'default-snat-off',
      'default-snat-off-uncovered',
      'masquerade-link-local',
      'manual-rules-one-node',
      'gke-bootstrap-rules',
      'flag-off-until-replaced',
      'agent-two-chains',
      'configmap-manifest-as-value',
      'existing-flow-keeps',
      'dual-stack',
      'windows-and-host-network',
    ],
  },
  {
    id: 'gke-autopilot',
    names: ['autopilot-egress-nat-policy', 'autopilot-private-service-connect'],
  },
  {
    id: 'calico',
    names: ['calico-nat-outgoing', 'calico-disabled-pool'],
  },
  {
    id: 'cilium',
    names: [
      'cilium-node-kept-router-translated',
      'cilium-ebpf-ip-masq-agent',
      'cilium-egress-gateway',
    ],
  },
  {
    id: 'aws-vpc-cni',
    names: ['aws-excluded-range'],
  },
  {
    id: 'around',
    names: ['service-first', 'inbound-client-lost', 'cloud-nat-pod-range'],
  },
  {
    id: 'return-path',
    names: [
      'firewall-knows-nodes-only',
      'masqueraded-for-the-firewall',
      'firewall-open-no-way-back',
      'firewall-open-pods-advertised',
      'nodes-not-advertised',
      'node-connects-pod-does-not',
      'retry-keeps-its-source',
      'inbound-client-hidden',
      'network-policy-masqueraded',
    ],
  },
  {
    id: 'internet-path',
    names: [
      'external-address-goes-first',
      'private-node-cloud-nat',
      'cloud-nat-pods-only',
      'external-address-not-for-pods',
      'public-node-pods-by-cloud-nat',
      'cloud-nat-all-ranges',
      'cloud-nat-nodes-only',
      'partner-allows-cloud-nat',
      'default-route-from-on-prem',
      'public-looking-on-prem',
    ],
  },
  {
    id: 'overlaps',
    names: [
      'pod-range-hides-on-prem',
      'pod-range-known-on-prem',
      'node-range-known-on-prem',
      'pod-range-over-nodes',
      'calico-pool-over-lan',
      'cilium-native-range-too-wide',
    ],
  },
] as const

export type BuiltinGroup = (typeof BUILTIN_GROUPS)[number]['id']
export type BuiltinName = (typeof BUILTIN_GROUPS)[number]['names'][number]

export const BUILTIN_NAMES: readonly BuiltinName[] = BUILTIN_GROUPS.flatMap(({ names }) => names)
