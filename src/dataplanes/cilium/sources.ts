import type { Source } from '../source.ts'
import type { CiliumAssumption, CiliumNote, CiliumOrigin } from './codes.ts'

const VERSION = 'v1.16'

const code = (what: string): Source => ({
  grade: 'source',
  where: 'cilium/cilium',
  what,
  version: VERSION,
})
const iptables = code('pkg/datapath/iptables/iptables.go, installMasqueradeRules')
const nat = code('bpf/lib/nat.h, snat_v4_needs_masquerade')
const snat = code('bpf/lib/nat.h, snat_v4_nat')
const gateway = code('bpf/lib/egress_gateway.h; pkg/egressgateway/manager.go')
const masqFile = code('pkg/ipmasq/ipmasq.go, readConfig')
const docs: Source = {
  grade: 'documented',
  where: 'cilium/cilium',
  what: 'Documentation/network/concepts/masquerading.rst',
  version: VERSION,
}

export const sources: Readonly<Record<CiliumOrigin | CiliumNote | CiliumAssumption, Source>> = {
  feeder: code('pkg/datapath/iptables/iptables.go, installFeeder'),
  'node-set': iptables,
  masquerade: iptables,
  'masquerade-interfaces': iptables,
  'route-source': iptables,
  'proxy-return': iptables,
  'host-to-cluster': iptables,
  'host-loopback': iptables,
  hairpin: iptables,
  'host-low-port': code('bpf/lib/nat.h, snat_v4_nat_can_skip'),
  'host-source': nat,
  reply: nat,
  'egress-gateway': gateway,
  'egress-excluded': gateway,
  'egress-no-gateway': gateway,
  'egress-redirect': gateway,
  'egress-snat': gateway,
  'egress-no-address': gateway,
  'native-range': nat,
  'pod-share': code('pkg/datapath/linux/config/config.go, IPV4_SNAT_EXCLUSION_DST_CIDR'),
  'host-endpoint': nat,
  'skip-masquerade': docs,
  'ip-masq': nat,
  'remote-node': nat,
  'bpf-masquerade': nat,
  'snat-echo': snat,
  'icmp-reply': snat,
  'icmp-error': code('bpf/lib/nat.h, snat_v4_nat_handle_icmp_error'),
  'icmp-unsupported': snat,
  'snat-ports': code('bpf/lib/nat.h, snat_v4_new_mapping'),
  'snat-sctp': code('bpf/lib/nat.h, snat_v4_rewrite_headers'),
  'other-protocol': snat,
  'not-a-bool': {
    grade: 'source',
    where: 'spf13/cast',
    what: 'caste.go, ToBoolE',
    version: 'v1.6',
  },
  'joined-interfaces': {
    grade: 'measured',
    where: 'Linux 6.18, iptables 1.8.9',
    what: '-o with two names joined by a comma is one name',
    version: '2025',
  },
  'native-covers-more': {
    grade: 'documented',
    where: 'cilium/cilium',
    what: 'issue 10939',
    version: '2020',
  },
  'list-missing': masqFile,
  'host-bits-cut': code('pkg/ipmasq/ipmasq_test.go'),
  'ignored-key': masqFile,
  'map-unused': code('daemon/cmd/daemon.go'),
  'policy-unused': code('pkg/egressgateway/manager.go'),
  'policy-selects-nothing': gateway,
  'hairpin-mark': {
    grade: 'unverified',
    where: 'cilium/cilium',
    what: 'pkg/datapath/linux/linux_defaults/mark.go, MagicMarkIdentity, MagicMarkHostMask',
    version: VERSION,
  },
  'per-packet': { ...nat, grade: 'inferred' },
  'router-address': { ...code('pkg/node/address.go'), grade: 'inferred' },
  'route-source-hint': { ...iptables, grade: 'inferred' },
}
