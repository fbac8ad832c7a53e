import { err, ok, type Result } from '../../../net/result.ts'
import type { ScenarioDocument } from '../../document.ts'
import { issueAt } from '../../field-reader.ts'
import type { Issue } from '../../issue.ts'
import { clusterOf } from '../document/clusters.ts'
import { freeRange } from '../ranges/free-range.ts'
import { rangesInUse, sharesInUse } from '../ranges/in-use.ts'
import { type RangeUse, rangeLike } from '../ranges/pools.ts'
import {
  addressText,
  holds,
  overlaps,
  prefixOf,
  type Span,
  spanOf,
  spansOf,
} from '../ranges/span.ts'

/**
 * Things with ranges that touch nobody's: where one of theirs does, another of the same size stands for
 * it, and whatever lies in it, wherever it is written, moves along.
 */
export function withFreshRanges(
  document: ScenarioDocument,
  among: ScenarioDocument,
): Result<ScenarioDocument, Issue> {
  const moves: Move[] = []
  const inUse = [...rangesInUse(among)]
  for (const { text, use } of rangesIn(document)) {
    const span = spanOf(text)
    if (!span || moves.some(({ from }) => holds(from, span))) continue
    if (!inUse.some((other) => overlaps(other, span))) continue
    const like = rangeLike([...inUse, ...moves.map((move) => move.to)], use, text)
    if (!like.ok) return like
    const to = spanOf(like.value)
    if (to) moves.push({ from: span, to })
  }
  const shares = shareMoves(document, among)
  if (!shares.ok) return shares
  const all = [...moves, ...shares.value]
  return ok(all.length === 0 ? document : (renumbered(document, all) as ScenarioDocument))
}

interface Move {
  readonly from: Span
  readonly to: Span
}

interface UsedRange {
  readonly text: string
  readonly use: RangeUse
}

function rangesIn({ vpcs, clusters, onPrem, endpoints }: ScenarioDocument): readonly UsedRange[] {
  const asUse = (use: RangeUse, texts: readonly (string | undefined)[]): readonly UsedRange[] =>
    texts.flatMap((text) => (text === undefined ? [] : [{ text, use }]))
  const subnets = vpcs.flatMap((vpc) => vpc.subnets)
  return [
    ...asUse(
      'subnet',
      subnets.flatMap(({ range, range6 }) => [range, range6]),
    ),
    ...asUse(
      'pods',
      clusters.flatMap(({ podRanges }) => podRanges),
    ),
    ...asUse(
      'pods',
      subnets.flatMap(({ secondaryRanges }) => secondaryRanges.map(({ range }) => range)),
    ),
    ...asUse(
      'services',
      clusters.map(({ serviceRange }) => serviceRange),
    ),
    ...asUse(
      'on-prem',
      onPrem.flatMap(({ ranges }) => ranges),
    ),
    ...asUse(
      'psc',
      endpoints.map(({ natRange }) => natRange),
    ),
  ]
}

/** Nodes that come into a cluster that is there already: another share of its Pod range. */
function shareMoves(
  document: ScenarioDocument,
  among: ScenarioDocument,
): Result<readonly Move[], Issue> {
  const moves: Move[] = []
  const own = new Set(document.clusters.map(({ name }) => name))
  const inUse = sharesInUse(among)
  for (const node of document.nodes) {
    const cluster =
      node.cluster !== undefined && own.has(node.cluster) ? null : clusterOf(among, node)
    if (!cluster) continue
    for (const from of spansOf([node.podRange, node.podRange6])) {
      const taken = [...inUse, ...moves.map(({ to }) => to)]
      if (!taken.some((other) => overlaps(other, from))) continue
      const to = freeShare(taken, cluster.podRanges, from)
      if (!to) return err(noShare(cluster))
      moves.push({ from, to })
    }
  }
  return ok(moves)
}

function freeShare(
  taken: readonly Span[],
  podRanges: readonly string[],
  { family, lo, hi }: Span,
): Span | null {
  const pools = spansOf(podRanges).filter((range) => range.family === family)
  const bits = (hi - lo + 1n).toString(2).length - 1
  const text = freeRange(taken, pools, (family === 4 ? 32 : 128) - bits)
  return text === null ? null : spanOf(text)
}

const noShare = ({ name, podRanges }: ScenarioDocument['clusters'][number]): Issue =>
  issueAt('no-free-address', '', { zone: name, range: podRanges.join(', ') })

/** Every address and range in it that lies in one that moves; names are none, whatever they look like. */
function renumbered(value: unknown, moves: readonly Move[]): unknown {
  if (typeof value === 'string') return renumberedText(value, moves)
  if (Array.isArray(value)) return value.map((each) => renumbered(each, moves))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      key === 'name' ? each : renumbered(each, moves),
    ]),
  )
}

function renumberedText(text: string, moves: readonly Move[]): string {
  const span = spanOf(text)
  const move = span && moves.find(({ from }) => holds(from, span))
  if (!span || !move) return text
  const at = addressText(span.family, span.lo - move.from.lo + move.to.lo)
  const prefix = prefixOf(text)
  return prefix === null ? at : `${at}/${prefix}`
}
