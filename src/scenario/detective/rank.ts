import { parseCidr } from '../../net/cidr.ts'
import type { ChangeCode } from './change.ts'
import type { Fix, FixChange } from './diagnosis.ts'

/** Fewest changes, then fewest side effects, then the least that is let in or told. */
export const compareFixes = (a: Fix, b: Fix): number =>
  a.changes.length - b.changes.length || harm(a) - harm(b) || width(a) - width(b)

/** What would be lost weighs more than all that is only seen otherwise. */
const harm = ({ effects: { lost, changed } }: Fix): number => lost * 1000 + changed

const width = ({ changes }: Fix): number =>
  changes.reduce((sum, change) => sum + widthOf(change), 0)

/** Bits that are free in the widest range that it brings; most changes open nothing to anybody. */
function widthOf({ code, shown, params }: FixChange): number {
  const { range } = params
  const free = (range === undefined ? shown.in : [range]).flatMap((text) => {
    const cidr = parseCidr(text)
    return cidr.ok ? [cidr.value.base.words.length * 32 - cidr.value.prefix] : []
  })
  return Math.max(WIDE.has(code) ? 32 : 0, ...free)
}

/** They hold for every destination there is. */
const WIDE: ReadonlySet<ChangeCode> = new Set([
  'default-route',
  'export-routes',
  'forward-packets',
  'turn-snat-off',
])
