import { compareAddresses } from '../../net/address.ts'
import type { AddressSpan, Match, PortRange, Rule } from '../rule.ts'

type Asking = Pick<Rule, 'base' | 'matches'>
type Kind<K extends Match['kind']> = Extract<Match, { kind: K }>
type Ports = Kind<'ports'>
type Side = 'source' | 'destination'

/** Whether a packet that `narrow` takes always fulfils one match of an earlier rule; false where unsure. */
export function impliesMatch(narrow: Asking, wide: Match): boolean {
  switch (wide.kind) {
    case 'comment':
      return true
    case 'statistic':
      // What chance says once it need not say again.
      return false
    case 'ports':
      return narrow.matches.some((match) => match.kind === 'ports' && impliesPorts(match, wide))
    case 'multiport':
      return narrow.matches.some((match) => same(match, wide) || portsWithin(match, wide))
    case 'iprange':
      return narrow.matches.some((match) => match.kind === 'iprange' && impliesSpans(match, wide))
    default:
      return narrow.matches.some((match) => same(match, wide))
  }
}

const same = (a: Match, b: Match): boolean => JSON.stringify(a) === JSON.stringify(b)

const SIDES = ['source', 'destination'] as const

/** Two single ports that are both left out are compared at once: such a pair is only itself. */
function impliesPorts(narrow: Ports, wide: Ports): boolean {
  if (same(narrow, wide)) return true
  if (wide.flags && JSON.stringify(wide.flags) !== JSON.stringify(narrow.flags)) return false
  return SIDES.every((side) => {
    const wanted = wide[side]
    const own = narrow[side]
    if (wanted === undefined) return true
    return own !== undefined && !own.negated && !wanted.negated && within(own, wanted)
  })
}

function portsWithin(narrow: Match, { side, ports, negated }: Kind<'multiport'>): boolean {
  if (negated) return false
  const isIn = (range: PortRange): boolean => ports.some((each) => within(range, each))
  if (narrow.kind === 'multiport') {
    const sides = narrow.side === side || (side === 'either' && narrow.side !== 'either')
    return sides && !narrow.negated && narrow.ports.every(isIn)
  }
  if (narrow.kind !== 'ports') return false
  return SIDES.some((each) => {
    const own = narrow[each]
    const meant = side === 'either' || side === NAMED[each]
    return meant && own !== undefined && !own.negated && isIn(own)
  })
}

const NAMED = { source: 'sources', destination: 'destinations' } as const satisfies Record<
  Side,
  string
>

const within = (inner: PortRange, outer: PortRange): boolean =>
  outer.lo <= inner.lo && inner.hi <= outer.hi

function impliesSpans(narrow: Kind<'iprange'>, wide: Kind<'iprange'>): boolean {
  return SIDES.every((side) => {
    const wanted = wide[side]
    const own = narrow[side]
    if (wanted === undefined) return true
    if (own === undefined || own.negated !== wanted.negated) return false
    return own.negated ? spanWithin(wanted, own) : spanWithin(own, wanted)
  })
}

const spanWithin = (inner: AddressSpan, outer: AddressSpan): boolean =>
  compareAddresses(outer.lo, inner.lo) <= 0 && compareAddresses(inner.hi, outer.hi) <= 0
