import type { WarningCode } from '../scenario/issue.ts'
import type { Messages } from './messages.ts'
import { param } from './param.ts'
import { cidr, code, say } from './sentence.ts'
import { where } from './where.ts'

export const warningsEn: Pick<Messages['issues'], WarningCode> = {
  'same-address': (i) =>
    say`${where(i)}${code(param(i, 'name'))} has the address ${code(param(i, 'address'))} that ${code(param(i, 'other'))} has already. Packets reach only one of them: give one another address.`,
  'subnets-overlap': (i) =>
    say`${where(i)}${cidr(param(i, 'range'))} of ${code(param(i, 'name'))} overlaps ${cidr(param(i, 'by'))} of ${code(param(i, 'other'))} in the same VPC. Google Cloud creates no such subnet: choose a range that is free.`,
  'peered-ranges-overlap': (i) =>
    say`${where(i)}${cidr(param(i, 'range'))} of ${code(param(i, 'name'))} overlaps ${cidr(param(i, 'by'))} of ${code(param(i, 'other'))} in the peered VPC ${code(param(i, 'vpc'))}. Google Cloud refuses such a peering: one of the two needs another range.`,
  'pods-over-nodes': (i) =>
    say`${where(i)}The Pod range ${cidr(param(i, 'range'))} overlaps ${cidr(param(i, 'by'))}, the nodes’ range of ${code(param(i, 'other'))}. No such cluster can be created, and SNAT does not help: choose another Pod range.`,
  'pods-over-services': (i) =>
    say`${where(i)}The Pod range ${cidr(param(i, 'range'))} overlaps the Service range ${cidr(param(i, 'by'))}. No such cluster can be created, and SNAT does not help: choose another of the two.`,
  'pods-over-pods': (i) =>
    say`${where(i)}The Pod range ${cidr(param(i, 'range'))} overlaps ${cidr(param(i, 'by'))} of the cluster ${code(param(i, 'other'))} in the same VPC. Each Pod needs an address of its own there: give one of the clusters another range.`,
  'pods-over-on-prem': (i) =>
    say`${where(i)}The Pod range ${cidr(param(i, 'range'))} overlaps ${cidr(param(i, 'by'))} of ${code(param(i, 'other'))}. Hosts there with such an address cannot be reached, whatever SNAT does: the route to the Pods goes before. If nobody needs them, masquerade what goes to ${code(param(i, 'other'))} and leave the Pod range unadvertised, so that answers come to the node.`,
  'nodes-over-on-prem': (i) =>
    say`${where(i)}${cidr(param(i, 'range'))} of the subnet ${code(param(i, 'name'))} overlaps ${cidr(param(i, 'by'))} of ${code(param(i, 'other'))}. Answers to the nodes may stay on-premises, and SNAT does not help, since it gives the nodes’ addresses: one side needs another range.`,
  'pod-range-outside-vpc': (i) =>
    say`${where(i)}The Pod range ${cidr(param(i, 'range'))} of the cluster ${code(param(i, 'name'))} is no subnet’s own or secondary range in ${code(param(i, 'vpc'))}, so nothing finds its way to its Pods. Add it to a subnet as a secondary range, or take one that is there: ${code(param(i, 'ranges'))}.`,
  'node-outside-subnets': (i) =>
    say`${where(i)}${code(param(i, 'address'))} of the node ${code(param(i, 'name'))} lies in no subnet of ${code(param(i, 'vpc'))}, so nothing finds its way there. Its subnets are ${code(param(i, 'ranges'))}.`,
  'share-outside-cluster': (i) =>
    say`${where(i)}${cidr(param(i, 'range'))}, the share of the node ${code(param(i, 'name'))}, is no part of the Pod ranges of ${code(param(i, 'cluster'))}: ${code(param(i, 'ranges'))}. Take a part of those.`,
  'pod-outside-cluster': (i) =>
    say`${where(i)}${code(param(i, 'address'))} of the Pod ${code(param(i, 'name'))} lies outside the Pod ranges of ${code(param(i, 'cluster'))}: ${code(param(i, 'ranges'))}. Give it an address in them, or the cluster another range.`,
  'pod-outside-share': (i) =>
    say`${where(i)}${code(param(i, 'address'))} of the Pod ${code(param(i, 'name'))} is not of the share of its node ${code(param(i, 'node'))}, which is ${code(param(i, 'ranges'))}. The VPC sends such addresses elsewhere: give it one of the share.`,
  'endpoint-outside-network': (i) =>
    say`${where(i)}${code(param(i, 'address'))} of ${code(param(i, 'name'))} lies outside ${code(param(i, 'network'))}, which has ${code(param(i, 'ranges'))}: nobody sends packets for it there.`,
  'service-outside-range': (i) =>
    say`${where(i)}${code(param(i, 'address'))} of the Service ${code(param(i, 'name'))} lies outside the Service range ${code(param(i, 'ranges'))}. The cluster gives no such address.`,
  'nat-covers-nobody': (i) =>
    say`${where(i)}${code(param(i, 'name'))} covers ${cidr(param(i, 'range'))}, and nothing in ${code(param(i, 'vpc'))} has such an address: this entry changes nothing. Cover a range of the VPC instead.`,
  'advertises-nobody': (i) =>
    say`${where(i)}${code(param(i, 'name'))} advertises ${cidr(param(i, 'range'))}, which is no part of ${code(param(i, 'vpc'))}: what comes for it finds nothing there.`,
  'route-cycle': (i) =>
    say`${where(i)}Packets for ${cidr(param(i, 'range'))} go round in a circle: ${code(param(i, 'hops'))}. Let one of these routes lead elsewhere, or delete it.`,
  'routes-equal': (i) =>
    say`${where(i)}${code(param(i, 'name'))} and ${code(param(i, 'other'))} both lead to ${cidr(param(i, 'range'))} with priority ${param(i, 'priority')}: connections are spread over the two. If one is meant to go before, give it a lower number.`,
  'rule-never-asked': (i) =>
    say`${where(i)}The firewall rule ${code(param(i, 'name'))} never decides: ${code(param(i, 'by'))} with priority ${param(i, 'priority')} is asked before and matches all that it would. Give it a lower number, or delete it.`,
  'expects-no-flow': (i) =>
    say`${where(i)}No flow is called ${code(param(i, 'name'))}, so this expectation is never met. Name a flow that there is, or delete the line.`,
  'egress-source-tags': (i) =>
    say`${where(i)}The firewall rule ${code(param(i, 'name'))} is for egress and names source tags, which Google Cloud takes for ingress alone: no such rule can be created. Name the machines that send as target tags.`,
  'tag-of-nobody': (i) =>
    say`${where(i)}Nothing bears the network tag ${code(param(i, 'tag'))} that ${code(param(i, 'name'))} asks for. Add it to a node or a VM, or correct it here.`,
  'vpc-empty': (i) =>
    say`The VPC ${code(param(i, 'name'))} has no subnet yet, so nothing in it has an address range. Add one.`,
  'cluster-empty': (i) =>
    say`The cluster ${code(param(i, 'name'))} has no node yet, so no Pod can run in it. Add one.`,
  'on-prem-empty': (i) =>
    say`Nothing answers in ${code(param(i, 'name'))} yet. Add a host that flows can be sent to.`,
}
