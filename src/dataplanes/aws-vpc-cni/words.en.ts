import type { AwsWords } from './codes.ts'

export const words: AwsWords = {
  name: 'AWS VPC CNI',
  about:
    'Everything that leaves the VPC does so as the primary address of the primary ENI, unless its range is excluded.',
  origins: {
    'aws-jump': 'The entry of the CNI: every packet that leaves goes to its chain.',
    'aws-vpc-range': 'A range of the VPC itself: the Pod’s address is routable there and is kept.',
    'aws-excluded-range': 'Listed in `AWS_VPC_K8S_CNI_EXCLUDE_SNAT_CIDRS`.',
    'aws-excluded-range@line': 'Listed in `AWS_VPC_K8S_CNI_EXCLUDE_SNAT_CIDRS`, line {line}.',
    'aws-snat':
      'Whatever was not kept leaves as the primary address of the primary ENI, by whichever interface it goes.',
    'aws-outbound': 'New flows of Pods are looked at for the mark that leads to the primary ENI.',
    'aws-unmarked-range': 'Flows to this range need no mark: their source is kept.',
    'aws-connmark':
      'Flows that will be translated are marked, so that they leave by the primary ENI.',
    'aws-restore-mark': 'The flow’s mark is copied to the packet, for the routing that follows.',
  },
  writers: { 'aws-node': 'aws-node' },
  agentWhy: {},
  notes: {
    'aws-not-a-range':
      '`{text}` in `{variable}` is not a CIDR: the CNI logs it and goes on without it.',
    'aws-ipv6-range': '`{text}` in `{variable}` is an IPv6 range: the CNI logs it and skips it.',
    'aws-not-a-bool': '`{text}` is no boolean for Go: `{variable}` stays at `{fallback}`.',
    'aws-unknown-random':
      '`{text}` is no value of `{variable}`: the CNI logs it and uses `{fallback}`.',
    'aws-bad-connmark': '`{text}` is no mark: the CNI uses `{fallback}`.',
    'aws-range-normalised': '`{text}` is read as {range}: host bits are cleared.',
    'aws-exclusions-unused':
      'With external SNAT no rule is written, so the excluded ranges have no effect.',
    'aws-wrong-name':
      'The CNI’s DaemonSet is called `aws-node` and its container too; this one is called `{found}`, and nobody reads its variables.',
  },
  assumptions: {
    'aws-vpc-ranges':
      'The VPC’s CIDR blocks are taken to be its subnets’ ranges; the CNI asks the instance metadata for them.',
  },
  refusedBy: {},
  settings: {
    externalSnat: {
      label: 'External SNAT',
      help: 'A NAT gateway outside the node translates: the CNI writes no SNAT rule, and Pods leave with their own address.',
    },
    excludeSnatCidrs: {
      label: 'Excluded ranges',
      help: 'IPv4 ranges beside the VPC’s own to which Pods keep their address, parted by commas.',
    },
    randomizeSnat: {
      label: 'Port choice',
      help: '`prng` picks every source port at random, `hashrandom` by a hash, `none` keeps it while it is free.',
    },
  },
}
