import type { AgentOrigin } from '../ip-masq-agent/rules.ts'
import type { WordsFor } from '../words.ts'

/** Which policy a range of the agent's chain comes from. */
export type PolicyOrigin = 'default-policy' | 'own-policy' | 'managed-policy'

export type AutopilotOrigin =
  | Exclude<AgentOrigin, 'agent-configured-range'>
  | PolicyOrigin
  | 'own-policy@line'

export type AutopilotNote =
  | 'managed-fixed'
  | 'described'
  | 'mendable'
  | 'default-not-in-text'
  | 'default-empty'
  | 'policy-empty'
  | 'foreign-action'
  | 'foreign-field'
  | 'other-product'
  | 'config-map-overwritten'
  | 'flag-ignored'
  | 'cluster-too-old'

export type AutopilotAssumption =
  | 'server-words'
  | 'union-of-policies'
  | 'default-stays'
  | 'limits-of-the-agent'
  | 'config-map-shape'
  | 'services-by-kube-proxy'

export type AutopilotWords = WordsFor<{
  origin: AutopilotOrigin
  writer: 'agent'
  agentWhy: 'always'
  note: AutopilotNote
  assumption: AutopilotAssumption
  refuser: 'api-server'
  setting: 'destinations'
}>
