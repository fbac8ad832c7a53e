import type { Source } from '../source.ts'
import type { AwsAssumption, AwsNote, AwsOrigin } from './codes.ts'

const code = (what: string): Source => ({
  grade: 'source',
  where: 'aws/amazon-vpc-cni-k8s',
  what: `pkg/networkutils/network.go, ${what}`,
  version: '00892598b447',
})

const SNAT = code('buildIptablesSNATRules')
const MARKS = code('buildIptablesConnmarkRules')

export const sources: Readonly<Record<AwsOrigin | AwsNote | AwsAssumption, Source>> = {
  'aws-jump': SNAT,
  'aws-vpc-range': SNAT,
  'aws-excluded-range': SNAT,
  'aws-snat': SNAT,
  'aws-outbound': MARKS,
  'aws-unmarked-range': MARKS,
  'aws-connmark': MARKS,
  'aws-restore-mark': MARKS,
  'aws-not-a-range': code('parseCIDRString'),
  'aws-ipv6-range': code('parseCIDRString'),
  'aws-range-normalised': code('parseCIDRString'),
  'aws-not-a-bool': code('getBoolEnvVar'),
  'aws-unknown-random': code('typeOfSNAT'),
  'aws-bad-connmark': code('getConnmark'),
  'aws-exclusions-unused': code('GetExcludeSNATCIDRs'),
  'aws-wrong-name': {
    grade: 'source',
    where: 'aws/amazon-vpc-cni-k8s',
    what: 'config/master/aws-k8s-cni.yaml, DaemonSet aws-node',
    version: 'master, 2025',
  },
  'aws-vpc-ranges': {
    grade: 'source',
    where: 'aws/amazon-vpc-cni-k8s',
    what: 'pkg/awsutils/imds.go, GetVPCIPv4CIDRBlocks',
    version: '00892598b447',
  },
}
