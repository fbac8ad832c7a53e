import type { AgentOrigin } from '../ip-masq-agent/rules.ts'
import type { WordsFor } from '../words.ts'
import type { DeployedBecause } from './agent-deployed.ts'

/** A rule that comes from a line of the manifest may have a second sentence, which names the line. */
type WithLine<T extends string> = T | 'agent-configured-range@line'

export type GkeWords = WordsFor<{
  origin: WithLine<
    | AgentOrigin
    | 'bootstrap-jump'
    | 'bootstrap-link-local'
    | 'bootstrap-range'
    | 'bootstrap-masquerade'
  >
  writer: 'agent' | 'bootstrap' | 'nobody'
  agentWhy: DeployedBecause
  note: never
  assumption: never
  refuser: never
  setting: never
}>
