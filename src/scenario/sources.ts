import { sources as ofKubeProxy } from '../dataplanes/kube-proxy/sources.ts'
import { sources as ofManualRules } from '../dataplanes/manual-rules/sources.ts'
import { sources as ofNetworkPolicy } from '../dataplanes/network-policy/sources.ts'
import { type DataplaneId, loadDataplane } from '../dataplanes/registry.ts'
import type { Source } from '../dataplanes/source.ts'
import type { ReasonCode } from '../engine/reason.ts'
import type { SharedAssumption } from '../engine/trace.ts'

/** Where each behaviour was learned, by the code that the screen has of it. */
export interface Sources {
  readonly reasons: Readonly<Record<string, Source>>
  readonly assumptions: Readonly<Record<string, Source>>
  /** The dataplane's and those of what may stand beside it: of a rule's origin, of a note, of an assumption. */
  readonly own: Readonly<Record<string, Source>>
}

export const sourcesOf = async (dataplane: DataplaneId): Promise<Sources> => ({
  reasons: REASONS,
  assumptions: ASSUMPTIONS,
  own: {
    ...ofKubeProxy,
    ...ofManualRules,
    ...ofNetworkPolicy,
    ...(await loadDataplane(dataplane)).sources,
  },
})

const measured = (what: string): Source => ({
  grade: 'measured',
  where: 'Linux, iptables, conntrack',
  what,
  version: 'Linux 6.18, iptables 1.8.9 (nf_tables)',
})

const NETWORK_POLICY: Source = {
  grade: 'documented',
  where: 'kubernetes.io, Network Policies',
  what: 'The two sorts of Pod isolation',
  version: 'v1.31',
}

const kernel = (what: string): Source => ({
  grade: 'source',
  where: 'torvalds/linux',
  what,
  version: 'v6.18',
})

const google = (what: string): Source => ({
  grade: 'documented',
  where: 'Google Cloud',
  what,
  version: '2026-06',
})

const inferred = (where: string, what: string): Source => ({
  ...{ grade: 'inferred', where, what, version: '2026-06' },
})

const ONCE_A_FLOW = measured('table nat is consulted once for each flow; replies are turned back')
const FIRST_MATCH = measured(
  'rules in order; RETURN goes back to the calling chain, the first other target ends the search',
)
const LIVES_ON = measured(
  'TCP, UDP and ICMP flows opened before a change of the rules keep their source for their whole life',
)
const AGENT = google('IP masquerade agent')
const CLOUD_NAT = google('Cloud NAT overview; Cloud NAT product interactions')
const ROUTES = google('VPC routes')
const PEERING = google('VPC Network Peering: route exchange')
const FIREWALL = google('VPC firewall rules: specifications, implied rules')
const PSC = google('Private Service Connect: about published services')
const ADVERTISED = google('Cloud Router, advertised routes')
const KUBE_PROXY: Source = {
  grade: 'source',
  where: 'kubernetes/kubernetes',
  what: 'pkg/proxy/iptables/proxier.go, syncProxyRules',
  version: 'master, 2026-06',
}
const ROUTING = kernel('net/ipv4/route.c, ip_route_input_slow; the longest prefix wins')
const LOCAL_INPUT = measured(
  'an address of the node itself is delivered through INPUT; POSTROUTING is never reached',
)
/** What a program does is its dataplane's: its rules say where each step was learned. */
const PROGRAM = inferred('cilium/cilium', 'bpf/lib/nat.h, snat_v4_needs_masquerade')
const MODEL = inferred('SNAT playground', 'the model of a packet’s way')

const REASONS: Readonly<Record<ReasonCode, Source>> = {
  'kept-configured-range': FIRST_MATCH,
  'kept-default-range': FIRST_MATCH,
  'kept-same-node': LOCAL_INPUT,
  'kept-default-snat-disabled': AGENT,
  'kept-ipv6': AGENT,
  'kept-host-network': AGENT,
  'kept-return-packet': ONCE_A_FLOW,
  'kept-by-conntrack': LIVES_ON,
  'translated-by-conntrack': LIVES_ON,
  'destination-by-conntrack': LIVES_ON,
  'kept-link-local': FIRST_MATCH,
  'kept-by-rule': FIRST_MATCH,
  'kept-no-rule': measured('the policy ACCEPT of POSTROUTING leaves the source as it is'),
  'kept-no-rules-written': measured('an agent that never read a valid file has written no rule'),
  'kept-already-that-address': measured(
    'MASQUERADE of a source that is the interface’s first address changes at most its port',
  ),
  masqueraded: measured(
    'MASQUERADE takes the first address of the interface by which the packet leaves; a route’s src hint is ignored',
  ),
  'translated-by-rule': kernel('net/netfilter/xt_nat.c; net/netfilter/nf_nat_core.c'),
  'kept-by-program': PROGRAM,
  'translated-by-program': PROGRAM,
  'dropped-by-program': PROGRAM,
  'sent-to-gateway': PROGRAM,
  'through-tunnel': PROGRAM,
  'chance-decides': kernel('net/netfilter/xt_statistic.c'),
  sent: MODEL,
  'destination-rewritten': measured('Services are translated before POSTROUTING is reached'),
  'prerouting-left-alone': FIRST_MATCH,
  forwarded: ROUTING,
  'delivered-locally': LOCAL_INPUT,
  'vpc-subnet-route': ROUTES,
  'vpc-dynamic-route': ROUTES,
  'vpc-custom-route': ROUTES,
  'vpc-internet-route': ROUTES,
  'vpc-gateway-route': ROUTES,
  'vpc-static-route': ROUTES,
  'vpc-pod-route': google('GKE: routes-based clusters'),
  'vpc-peering-route': PEERING,
  'vpc-firewall-allowed': FIREWALL,
  'endpoint-allowed': MODEL,
  'appliance-forwarded': google('VPC routes: instances as next hops'),
  'psc-translated': PSC,
  'far-static-route': MODEL,
  'appliance-translated': inferred(
    'Google Cloud',
    'VPC routes: custom static routes with an instance or a load balancer as next hop',
  ),
  'crossed-attachment': google('Cloud Interconnect; Cloud VPN'),
  'cloud-nat-translated': CLOUD_NAT,
  'external-address-translated': google('IP addresses of Compute Engine: external addresses'),
  'external-address-resolved': google('IP addresses of Compute Engine: external addresses'),
  'load-balanced': google('External passthrough Network Load Balancer'),
  'entered-vpc': ROUTES,
  'firewall-allowed': MODEL,
  'reply-untranslated': ONCE_A_FLOW,
  'cloud-nat-untranslated': CLOUD_NAT,
  'reply-source-restored': ONCE_A_FLOW,
  'return-route': ADVERTISED,
  arrived: MODEL,
  answered: MODEL,
  'dropped-no-route': ROUTING,
  'dropped-far-firewall': MODEL,
  'dropped-cloud-nat-not-covering': CLOUD_NAT,
  'dropped-no-internet-path': CLOUD_NAT,
  'dropped-no-return-route': ADVERTISED,
  'dropped-nobody-there': MODEL,
  'dropped-port-closed': MODEL,
  'dropped-reply-unknown': ONCE_A_FLOW,
  'dropped-no-source-address': kernel('net/netfilter/nf_nat_masquerade.c'),
  'dropped-own-address': measured('a packet with the Pod’s own address as its source is a Martian'),
  'refused-no-endpoints': KUBE_PROXY,
  'dropped-no-local-endpoints': KUBE_PROXY,
  'dropped-network-policy-ingress': NETWORK_POLICY,
  'dropped-network-policy-egress': NETWORK_POLICY,
  'dropped-no-free-port': kernel('net/netfilter/nf_nat_core.c, get_unique_tuple'),
  'dropped-routing-loop': MODEL,
  'dropped-not-advertised': ADVERTISED,
  'dropped-not-public': MODEL,
  'dropped-vpc-firewall': FIREWALL,
  'dropped-endpoint-refuses': MODEL,
  'dropped-psc-over-peering': google(
    'Private Service Connect endpoints: VPC Network Peering access',
  ),
  'dropped-not-forwarding': google('VPC routes: instances as next hops, canIpForward'),
  'dropped-asymmetric': MODEL,
  'dropped-no-transit': google('Network Connectivity Center: site-to-site data transfer'),
  'dropped-route-discards': MODEL,
  'dropped-return-stays': MODEL,
  'not-told': MODEL,
}

const ASSUMPTIONS: Readonly<Record<SharedAssumption, Source>> = {
  'internet-answers': MODEL,
  'on-prem-forwards-internet': MODEL,
  'vpc-egress-allowed': google('VPC firewall rules: implied rules'),
  'vpc-ingress-allowed': google('VPC firewall rules: implied rules'),
  'load-balancer-picks-node': google('External passthrough Network Load Balancer'),
  'metadata-concealment-off': {
    grade: 'source',
    where: 'kubernetes/kubernetes',
    what: 'cluster/gce/gci/configure-helper.sh',
    version: 'master, 2026-06',
  },
  'secondary-range-needs-cloud-nat': inferred(
    'Google Cloud',
    'Cloud NAT product interactions; knowledge base item 000004894',
  ),
  'cloud-nat-picks-address': CLOUD_NAT,
  'psc-picks-address': PSC,
  'psc-hides-source': PSC,
  'equal-routes-pick-one': google('VPC routes: several next hops of one destination'),
  'static-before-dynamic': inferred('Google Cloud', 'VPC routes: applicability and order'),
  'peering-exchanges-public-ranges': inferred(
    'Google Cloud',
    'VPC Network Peering: subnet routes of privately used public addresses',
  ),
  'gke-firewall-rules': google('GKE: automatically created firewall rules'),
  'port-chosen-at-random': measured('--random-fully always picks the port anew'),
}
