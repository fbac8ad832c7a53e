import type { Messages } from './messages.ts'
import { say } from './sentence.ts'

export const assumptionsEn: Messages['assumptions'] = {
  'internet-answers': () => say`Hosts on the internet are taken to answer.`,
  'vpc-egress-allowed': () => say`The VPC’s firewall rules are taken to let the packet out.`,
  'vpc-ingress-allowed': () => say`The VPC’s firewall rules are taken to let the packet in.`,
  'load-balancer-picks-node': () =>
    say`A load balancer picks one of several nodes by a hash of the connection; the first one is shown.`,
  'on-prem-forwards-internet': () =>
    say`The far side is taken to pass on to the internet what its default route attracts.`,
  'metadata-concealment-off': () =>
    say`The node is taken not to redirect requests for the metadata server to a process of its own.`,
  'secondary-range-needs-cloud-nat': () =>
    say`Pod addresses are taken to reach the internet only where Cloud NAT covers their range, even on a node with an external address.`,
  'port-chosen-at-random': () =>
    say`The new source port is picked at random: only its range can be known.`,
  'cloud-nat-picks-address': () =>
    say`Cloud NAT picks one of its addresses for each machine; the first one is shown.`,
  'psc-picks-address': () =>
    say`Which address of its NAT subnet a Private Service Connect producer sees is not known; the first one is shown.`,
  'psc-hides-source': () =>
    say`The producer behind a Private Service Connect endpoint sees an address of its own NAT subnet, which the scenario does not tell; the consumer’s is shown.`,
  'equal-routes-pick-one': () =>
    say`Several routes are equally good, and each connection takes one of them; the first one is shown.`,
  'static-before-dynamic': () =>
    say`A static route is taken to go before a learned one to the same range; the learned one’s priority, its MED, is not told.`,
  'peering-exchanges-public-ranges': () =>
    say`The peering is taken to exchange subnet routes of privately used public ranges, which needs an option on both sides.`,
  'gke-firewall-rules': () =>
    say`GKE is taken to have created its own firewall rules for the cluster and its load balancers.`,
}
