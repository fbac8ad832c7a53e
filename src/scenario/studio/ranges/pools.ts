import { err, ok, type Result } from '../../../net/result.ts'
import type { ScenarioDocument } from '../../document.ts'
import { issueAt } from '../../field-reader.ts'
import type { Issue } from '../../issue.ts'
import { freeRange } from './free-range.ts'
import { rangesInUse } from './in-use.ts'
import { holds, prefixOf, rangeText, type Span, spanOf, spansOf } from './span.ts'

const between = (lo: string, hi: string): readonly Span[] =>
  spansOf([lo]).flatMap((first) => spansOf([hi]).map((last) => ({ ...first, hi: last.hi })))

/** Where ranges of each use are looked for first, so that one sees what a number belongs to. */
const POOLS = {
  subnet: between('10.1.0.0', '10.63.255.255'),
  pods: between('10.64.0.0', '10.95.255.255'),
  services: between('10.96.0.0', '10.111.255.255'),
  psc: between('10.160.0.0', '10.175.255.255'),
  'on-prem': between('10.200.0.0', '10.207.255.255'),
} as const

/** RFC 1918, then RFC 6598. */
const PRIVATE = spansOf(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'])

export type RangeUse = keyof typeof POOLS

/** Where to look for one, one after the other. */
export const poolsFor = (use: RangeUse): readonly Span[] => [...POOLS[use], ...PRIVATE]

/** A range that touches nobody's. `beside`: where to look before anywhere else. */
export function newRange(
  document: ScenarioDocument,
  use: RangeUse,
  prefix: number,
  beside: readonly Span[] = [],
): Result<string, Issue> {
  const range = freeRange(rangesInUse(document), [...beside, ...poolsFor(use)], prefix)
  return range === null ? err(issueAt('no-free-range', '', { size: `/${prefix}` })) : ok(range)
}

/** A subnet of a new VPC: the beginning of a /16 that has room for more of them. */
export function newSubnetRange(document: ScenarioDocument): Result<string, Issue> {
  const whole = freeRange(rangesInUse(document), POOLS.subnet, 16)
  return whole === null ? newRange(document, 'subnet', 24) : ok(whole.replace(/\/16$/, '/24'))
}

/** The /16 that an IPv4 range lies in. */
export function surroundings(range: string): readonly Span[] {
  const span = spanOf(range)
  if (span?.family !== 4) return []
  const around = spanOf(rangeText(4, span.lo, 16))
  return around && holds(around, span) ? [around] : []
}

/** Another range of the same size and family, that touches nothing of what is in use. */
export function rangeLike(
  inUse: readonly Span[],
  use: RangeUse,
  range: string,
): Result<string, Issue> {
  const span = spanOf(range)
  const prefix = prefixOf(range)
  if (!span || prefix === null) return ok(range)
  const pools = span.family === 4 ? poolsFor(use) : around(span, prefix)
  const like = freeRange(inUse, [...surroundings(range), ...pools], prefix)
  return like === null ? err(issueAt('no-free-range', '', { size: `/${prefix}` })) : ok(like)
}

/** IPv6 has room beside every range: 4096 of its size. */
const around = ({ family, lo }: Span, prefix: number): readonly Span[] =>
  spansOf([rangeText(family, lo, Math.max(0, prefix - 12))])
