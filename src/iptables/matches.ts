import type { Match } from '../engine/rule.ts'
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
import type { MatchText } from './module.ts'

type MatchTexts = { readonly [K in Match['kind']]: MatchText<Extract<Match, { kind: K }>> }

/** Every kind of match, a line each: add one here, in `match-modules.ts` and as a file in `matches/`. */
const texts: MatchTexts = {
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

/** How to write this match. */
export function textOf<M extends Match>(match: M): MatchText<M> {
  return texts[match.kind] as unknown as MatchText<M>
}
