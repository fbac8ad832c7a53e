import type { NatTable } from '../../engine/rule.ts'
import { type AgentError, readConfig } from './config.ts'
import type { ConfigFile } from './config-file.ts'
import type { AgentFlags } from './flags.ts'
import type { MasqConfig } from './masq-config.ts'
import { agentRules, withoutRules } from './rules.ts'

/** What stands on a node after a round of the agent. */
export interface AgentState {
  /** The configuration that the agent has taken over last; null: none so far. */
  readonly config: MasqConfig | null
  /** Null where the agent has written nothing yet. */
  readonly nat4: NatTable | null
  readonly nat6: NatTable | null
}

export interface AgentRound {
  readonly state: AgentState
  /** Null: the round went through. */
  readonly error: (AgentError & { readonly by: 'agent' | 'iptables-restore' }) | null
  /** What the agent logged after "Using config: "; null where it logged no such line. */
  readonly using: string | null
}

/** An agent that was just started on a fresh node. */
export const FRESH: AgentState = { config: null, nat4: null, nat6: null }

/**
 * One round: read the file, write the IPv4 rules, then those of IPv6. At the first error the rest is
 * left as it was: a refused file changes no rule, and refused IPv4 rules leave those of IPv6 alone.
 * Source: ip-masq-agent v2.10.0, cmd/ip-masq-agent/ip-masq-agent.go, Run.
 */
export function syncAgent(
  before: AgentState,
  file: ConfigFile | null,
  flags: AgentFlags,
): AgentRound {
  const { config, using } = readConfig(file, flags)
  if (!config.ok) return { state: before, error: { ...config.error, by: 'agent' }, using }
  const nat4 = agentRules(config.value, flags, 4)
  const taken: AgentState = {
    config: config.value,
    nat4: nat4.ok ? nat4.value : (before.nat4 ?? withoutRules(flags, 4)),
    nat6: before.nat6,
  }
  if (!nat4.ok) return { state: taken, error: { ...nat4.error, by: 'iptables-restore' }, using }
  if (!flags.ipv6) return { state: taken, error: null, using }
  const nat6 = agentRules(config.value, flags, 6)
  if (nat6.ok) return { state: { ...taken, nat6: nat6.value }, error: null, using }
  const state = { ...taken, nat6: before.nat6 ?? withoutRules(flags, 6) }
  return { state, error: { ...nat6.error, by: 'iptables-restore' }, using }
}
