import type { Match } from '../engine/rule.ts'
import type { Family } from '../net/address.ts'
import { addrtypeModules } from './matches/addrtype.ts'
import { commentModules } from './matches/comment.ts'
import { conntrackModules } from './matches/conntrack.ts'
import { icmpModules } from './matches/icmp.ts'
import { iprangeModules } from './matches/iprange.ts'
import { markModules } from './matches/mark.ts'
import { multiportModules } from './matches/multiport.ts'
import { portsModules } from './matches/ports.ts'
import { setModules } from './matches/set.ts'
import { statisticModules } from './matches/statistic.ts'
import type { RuleModule } from './module.ts'

/** Every module of iptables that is read here, by the name after `-m`. */
const modules: readonly RuleModule<Match>[] = [
  ...addrtypeModules(),
  ...commentModules(),
  ...conntrackModules(),
  ...icmpModules(),
  ...iprangeModules(),
  ...markModules(),
  ...multiportModules(),
  ...portsModules(),
  ...setModules(),
  ...statisticModules(),
]

export function matchModule(name: string, family: Family): RuleModule<Match> | null {
  const found = modules.find((module) => module.name === name)
  return found && (found.family ?? family) === family ? found : null
}
