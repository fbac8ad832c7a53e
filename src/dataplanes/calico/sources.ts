import type { Source } from '../source.ts'
import type { CalicoAssumption } from './codes.ts'
import type { CalicoNote } from './notes.ts'

const CALICO = 'projectcalico/calico'
const RELEASE = 'v3.32.1'
/** The branch of v3.33. */
const BRANCH = '87c15906f2'

const inCode = (what: string, version = RELEASE): Source => ({
  ...{ grade: 'source', where: CALICO, what, version },
})

const inferred = (what: string, version = RELEASE): Source => ({
  ...{ grade: 'inferred', where: CALICO, what, version },
})

const NAT = 'felix/rules/nat.go, NATOutgoingChain'
const BPF = 'felix/bpf-gpl/tc.c, CALI_ST_NAT_OUTGOING; felix/bpf-gpl/routes.h'

/** By code: of a rule's origin, of a note, of an assumption. */
export const SOURCES = {
  entry: inCode(
    'felix/dataplane/linux/int_dataplane.go; order in POSTROUTING: d0b66a4cf9',
    'v3.28.1, v3.28.2, v3.32.1',
  ),
  'floating-ips': inCode('felix/rules/static.go, StaticNATPostroutingChains'),
  'to-nat-outgoing': inCode('felix/rules/static.go, StaticNATPostroutingChains'),
  'nat-outgoing': inCode(NAT),
  'nat-address': inCode(NAT),
  'nat-ports': inCode(NAT),
  'nat-ports-done': inCode(NAT),
  'tunnel-source': inCode('felix/rules/static.go, StaticNATPostroutingChains'),
  'tunnel-source-udp': inCode('felix/rules/static.go, masqPortRangeExcluding', BRANCH),
  'bpf-loopback': inCode('felix/rules/static.go, StaticNATPostroutingChains'),
  'bpf-entry': inferred(BPF),
  'bpf-program': inCode(BPF),
  'bpf-nat-outgoing': inCode(
    'felix/rules/nat.go, makeNATOutgoingRuleBPF; felix/bpf/tc/defs/defs.go',
  ),
  'pool-covers-network': inCode('issue 4138', '2021'),
  'no-pool-nat-outgoing': inCode(`felix/dataplane/linux/masq_mgr.go, CompleteDeferredWork; ${NAT}`),
  'nat-outgoing-omitted': inCode('api/pkg/apis/projectcalico/v3/ippool.go, IPPoolSpec'),
  'disabled-pool-excludes': inCode('felix/dataplane/linux/masq_mgr.go, OnUpdate; issue 7446'),
  'pools-overlap': inCode(
    'libcalico-go/config/crd/crd.projectcalico.org_ippools.yaml; condition CIDROverlap',
    BRANCH,
  ),
  'load-balancer-pool-excludes': inCode(
    'felix/dataplane/linux/masq_mgr.go, isLoadBalancerOnly',
    'v3.31.5, v3.31.6, v3.32.0, v3.32.1',
  ),
  'pod-outside-pools': inCode(NAT),
  'exclusions-too-new': inCode('felix/rules/nat.go', 'v3.30.7, v3.31.0'),
  'default-pool-made': inCode('node/pkg/lifecycle/startup/startup.go; manifests/calico.yaml'),
  'version-unknown': inferred('ClusterInformation, spec.calicoVersion'),
  'tunnel-not-drawn': inferred('felix/rules/static.go, StaticNATPostroutingChains'),
  'bpf-program-as-rule': inCode(BPF),
  'nftables-as-iptables': inferred('felix/nftables; the same rules from felix/rules/nat.go'),
  'nat-address-not-for-ipv6': inferred(NAT),
  'windows-not-modelled': inferred('felix/dataplane/windows'),
} satisfies Readonly<Record<string, Source>> &
  Readonly<Record<CalicoNote | CalicoAssumption, Source>>
