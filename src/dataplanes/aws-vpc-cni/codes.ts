import type { WordsFor } from '../words.ts'

export type AwsOrigin =
  | 'aws-jump'
  | 'aws-vpc-range'
  | 'aws-excluded-range'
  | 'aws-snat'
  | 'aws-outbound'
  | 'aws-unmarked-range'
  | 'aws-connmark'
  | 'aws-restore-mark'

export type AwsNote =
  | 'aws-not-a-range'
  | 'aws-ipv6-range'
  | 'aws-not-a-bool'
  | 'aws-unknown-random'
  | 'aws-bad-connmark'
  | 'aws-range-normalised'
  | 'aws-exclusions-unused'
  | 'aws-wrong-name'

export type AwsAssumption = 'aws-vpc-ranges'

export type AwsSetting = 'externalSnat' | 'excludeSnatCidrs' | 'randomizeSnat'

export type AwsWords = WordsFor<{
  origin: AwsOrigin | 'aws-excluded-range@line'
  writer: 'aws-node'
  agentWhy: never
  note: AwsNote
  assumption: AwsAssumption
  refuser: never
  setting: AwsSetting
}>
