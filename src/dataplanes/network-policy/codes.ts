import type { Codes } from '../words.ts'

export interface PolicyCodes extends Codes {
  readonly origin: never
  readonly writer: never
  readonly agentWhy: never
  readonly note:
    | 'network-policy-not-enforced'
    | 'network-policy-named-port'
    | 'network-policy-refused'
  readonly assumption: never
  readonly refuser: never
  readonly setting: never
}
