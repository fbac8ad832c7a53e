import type { WordsFor } from '../words.ts'

export type CiliumOrigin =
  | 'feeder'
  | 'node-set'
  | 'masquerade'
  | 'masquerade-interfaces'
  | 'route-source'
  | 'proxy-return'
  | 'host-to-cluster'
  | 'host-loopback'
  | 'hairpin'
  | 'host-low-port'
  | 'host-source'
  | 'reply'
  | 'egress-gateway'
  | 'egress-excluded'
  | 'egress-no-gateway'
  | 'egress-redirect'
  | 'egress-snat'
  | 'egress-no-address'
  | 'native-range'
  | 'pod-share'
  | 'host-endpoint'
  | 'skip-masquerade'
  | 'ip-masq'
  | 'remote-node'
  | 'bpf-masquerade'
  | 'snat-echo'
  | 'icmp-reply'
  | 'icmp-error'
  | 'icmp-unsupported'
  | 'snat-ports'
  | 'snat-sctp'
  | 'other-protocol'

export type CiliumNote =
  | 'not-a-bool'
  | 'joined-interfaces'
  | 'native-covers-more'
  | 'list-missing'
  | 'host-bits-cut'
  | 'ignored-key'
  | 'map-unused'
  | 'policy-unused'
  | 'policy-selects-nothing'

export type CiliumAssumption =
  | 'hairpin-mark'
  | 'per-packet'
  | 'router-address'
  | 'route-source-hint'

export type CiliumWords = WordsFor<{
  origin: CiliumOrigin
  writer: 'cilium' | 'cilium-bpf' | 'nobody'
  agentWhy: never
  note: CiliumNote
  assumption: CiliumAssumption
  refuser: 'cilium-agent' | 'cilium-ip-masq-agent' | 'cilium-egress-gateway'
  setting: CiliumSetting
}>

export type CiliumSetting =
  | 'routing-mode'
  | 'native-range'
  | 'masquerade4'
  | 'masquerade6'
  | 'bpf-masquerade'
  | 'devices'
  | 'egress-interfaces'
  | 'ip-masq-agent'
  | 'masq-link-local'
  | 'kept-ranges'
  | 'remote-node-masquerade'
