import type { Match } from '../engine/rule.ts'
import type { Family } from '../net/address.ts'
import { addrtype } from './matches/addrtype.ts'
import { comment } from './matches/comment.ts'
import { conntrack } from './matches/conntrack.ts'
import { icmp } from './matches/icmp.ts'
import { iprange } from './matches/iprange.ts'
import { mark } from './matches/mark.ts'
import { multiport } from './matches/multiport.ts'
import { ports } from './matches/ports.ts'
import { set } from './matches/set.ts'
import { statistic } from './matches/statistic.ts'
import type { MatchFile, RuleModule } from './module.ts'

type MatchFiles = { readonly [K in Match['kind']]: MatchFile<Extract<Match, { kind: K }>> }

/** Every kind of match, a line each: add one here and as a file in `matches/`. */
const files: MatchFiles = {
  addrtype,
  comment,
  conntrack,
  icmp,
  iprange,
  mark,
  multiport,
  ports,
  set,
  statistic,
}

const modules = Object.values(files).flatMap((file) => file.modules)

export function matchModule(name: string, family: Family): RuleModule<Match> | null {
  const found = modules.find((module) => module.name === name)
  return found && (found.family ?? family) === family ? found : null
}

/** The file that knows this match. */
export function fileOf<M extends Match>(match: M): MatchFile<M> {
  return files[match.kind] as unknown as MatchFile<M>
}
