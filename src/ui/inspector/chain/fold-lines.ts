import type { ChainLine, RuleLine, RuleState } from './chain-lines.ts'

/** Several rules in a row that ended alike, drawn as one line until somebody opens it. */
export interface FoldLine {
  readonly kind: 'fold'
  readonly key: string
  readonly depth: number
  readonly state: RuleState
  readonly rail: RuleLine['rail']
  readonly lines: readonly RuleLine[]
}

const KEEP_BEFORE = 3
const KEEP_AFTER = 1
const WORTH_FOLDING = 3

/**
 * Long runs of tried or of unreached rules keep their ends; the middle folds.
 *
 * @param keeps lines that have to stay in view
 */
export function foldLines(
  lines: readonly ChainLine[],
  keeps: (line: RuleLine) => boolean = () => false,
): readonly (ChainLine | FoldLine)[] {
  const folded: (ChainLine | FoldLine)[] = []
  for (let start = 0; start < lines.length; ) {
    const run = runFrom(lines, start, keeps)
    const middle = run.slice(KEEP_BEFORE, -KEEP_AFTER)
    const first = middle[0]
    if (first !== undefined && middle.length >= WORTH_FOLDING) {
      const { key, depth, state, rail } = first
      folded.push(...run.slice(0, KEEP_BEFORE))
      folded.push({
        kind: 'fold',
        key: `fold-${key}`,
        depth,
        state,
        rail: rail && { ...rail, part: 'through' },
        lines: middle,
      })
      folded.push(...run.slice(-KEEP_AFTER))
    } else {
      folded.push(...lines.slice(start, start + Math.max(1, run.length)))
    }
    start += Math.max(1, run.length)
  }
  return folded
}

function runFrom(
  lines: readonly ChainLine[],
  start: number,
  keeps: (line: RuleLine) => boolean,
): readonly RuleLine[] {
  const first = lines[start]
  if (first?.kind !== 'rule' || (first.state !== 'skipped' && first.state !== 'not-reached')) {
    return []
  }
  const run: RuleLine[] = []
  for (const line of lines.slice(start)) {
    if (line.kind !== 'rule' || line.state !== first.state || line.depth !== first.depth) break
    if (
      keeps(line) ||
      line.row.ref.chain !== first.row.ref.chain ||
      line.failed?.field !== first.failed?.field
    ) {
      break
    }
    run.push(line)
  }
  return run
}
