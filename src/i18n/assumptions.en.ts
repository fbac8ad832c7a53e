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
}
