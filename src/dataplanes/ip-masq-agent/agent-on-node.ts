import type { Ruleset } from '../../engine/rule.ts'
import type { ConfigFile } from './config-file.ts'
import type { AgentFlags } from './flags.ts'
import { type AgentRound, type AgentState, FRESH, syncAgent } from './sync.ts'
import { writeAgent } from './write-agent.ts'

/** How an agent was started. */
export interface AgentSetup {
  /** Which DaemonSet it is of: `kube-system/ip-masq-agent`. */
  readonly key: string
  /** Equal for two that are the same process; another one begins anew. */
  readonly id: string
  readonly flags: AgentFlags
}

/** A node's rules, and what each agent that ran there remembers. */
export interface AgentNode {
  readonly rules: Ruleset
  readonly agents: ReadonlyMap<string, { readonly id: string; readonly state: AgentState }>
}

export interface NodeRound extends AgentRound {
  readonly node: AgentNode
}

/** One round of an agent among the rules that others, and agents before it, have left on the node. */
export function syncOnNode(
  before: AgentNode,
  file: ConfigFile | null,
  { key, id, flags }: AgentSetup,
): NodeRound {
  const known = before.agents.get(key)
  const old = known?.id === id ? known.state : FRESH
  const round = syncAgent(old, file, flags)
  const { state } = round
  const rules = writeAgent(before.rules, {
    nat4: state.nat4 === old.nat4 ? null : state.nat4,
    nat6: state.nat6 === old.nat6 ? null : state.nat6,
  })
  return { ...round, node: { rules, agents: new Map(before.agents).set(key, { id, state }) } }
}
