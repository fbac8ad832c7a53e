import type { Deed, FailedMatch, RuleRef, Step, Walk } from '../../../engine/trace.ts'
import type { MissingRow } from '../../../scenario/chain-facts/chain-facts.ts'
import type { ChainRows, NodeRules, RuleRow } from '../../../scenario/evaluation.ts'

/**
 * A walk through table nat, laid out as a page: a called chain stands under the rule that calls it,
 * and where a walk comes back the caller goes on. `step` is the place in `Walk.steps`, null for what
 * was not reached. `depth` is 0 for the hook's own chain.
 */
export type ChainLine = RuleLine | MissingLine | EnteredLine | ResumedLine | PolicyLine

interface Line {
  readonly key: string
  readonly depth: number
  readonly step: number | null
  /** The next step below: once that has come, a line without a step is known to be passed over. */
  readonly below: number | null
  /** A stretch of the line that leads from a RETURN back to its caller, and the step that draws it. */
  readonly rail: { readonly part: 'start' | 'through' | 'end'; readonly step: number } | null
}

export interface RuleLine extends Line {
  readonly kind: 'rule'
  readonly row: RuleRow
  readonly state: RuleState
  readonly failed: FailedMatch | null
  readonly did: Deed | null
}

/** A rule that the configuration says and that does not stand here. */
export interface MissingLine extends Line {
  readonly kind: 'missing'
  readonly missing: MissingRow
}

export type RuleState = 'not-reached' | 'skipped' | 'passed' | 'decided'

export interface EnteredLine extends Line {
  readonly kind: 'entered'
  readonly chain: string
}

export interface ResumedLine extends Line {
  readonly kind: 'resumed'
  readonly chain: string
  /** The rule that the walk goes on with. */
  readonly line: number
  readonly from: string
  readonly by: RuleRef | null
}

export interface PolicyLine extends Line {
  readonly kind: 'policy'
  readonly chain: string
  readonly policy: 'ACCEPT'
}

export function chainLines(
  rules: NodeRules,
  walk: Walk,
  missing: readonly MissingRow[] = [],
): readonly ChainLine[] {
  const layout = new Layout(rules, walk, missing)
  layout.visit(firstChain(walk), 0)
  return withBelow(drawRails(layout.lines))
}

/** What is missing of chains that no line shows, by chain. */
export function missingElsewhere(
  lines: readonly ChainLine[],
  missing: readonly MissingRow[],
): ReadonlyMap<string, readonly MissingRow[]> {
  const shown = new Set(lines.flatMap((line) => (line.kind === 'missing' ? [line.missing] : [])))
  const chains = new Map<string, MissingRow[]>()
  for (const each of missing) {
    if (shown.has(each)) continue
    chains.set(each.chain, [...(chains.get(each.chain) ?? []), each])
  }
  return chains
}

/** A hook's own chain, or the one that a program begins with. */
export function firstChain({ hook, steps }: Walk): string {
  const [first] = steps
  return hook === 'TC_EGRESS' && first?.kind === 'entered' ? first.chain : hook
}

/** Chains that the walk never entered and that have something in them. */
export function chainsNotEntered(rules: NodeRules, walk: Walk): readonly ChainRows[] {
  const entered = new Set(walk.steps.flatMap((step) => (step.kind === 'entered' ? step.chain : [])))
  return rules.chains.filter(
    ({ name, policy, rules: rows }) => policy === null && rows.length > 0 && !entered.has(name),
  )
}

class Layout {
  readonly lines: ChainLine[] = []
  private next = 0
  private readonly chains: ReadonlyMap<string, ChainRows>
  private readonly steps: readonly Step[]
  private readonly deciding: string | null
  private readonly missing: readonly MissingRow[]

  constructor(rules: NodeRules, walk: Walk, missing: readonly MissingRow[]) {
    this.missing = missing
    this.chains = new Map(rules.chains.map((chain) => [chain.name, chain]))
    this.steps = walk.steps
    this.deciding = decidingRule(walk)
  }

  visit(name: string, depth: number): void {
    const chain = this.chains.get(name)
    const entered = this.take((step) => step.kind === 'entered' && step.chain === name)
    this.push({ kind: 'entered', chain: name, depth, step: entered?.at ?? null })
    let here = true
    this.lack(name, 0, depth)
    for (const row of chain?.rules ?? []) {
      here = this.rule(row, depth, here)
      this.lack(name, row.ref.line, depth)
    }
    if (depth === 0) {
      const policy = this.take((step) => step.kind === 'policy')
      this.push({ kind: 'policy', chain: name, policy: 'ACCEPT', depth, step: policy?.at ?? null })
    }
  }

  /** Lays out what is missing behind a line of a chain. */
  private lack(chain: string, after: number, depth: number): void {
    for (const missing of this.missing) {
      if (missing.chain !== chain || missing.after !== after) continue
      this.push({ kind: 'missing', missing, depth, step: null })
    }
  }

  /** Lays out one rule and what it calls; false where the walk does not come back to this chain. */
  private rule(row: RuleRow, depth: number, here: boolean): boolean {
    const tried = here ? this.take((step) => 'rule' in step && step.rule.id === row.ref.id) : null
    const skipped = tried?.step.kind === 'skipped' ? tried.step.failed : null
    const did = tried?.step.kind === 'matched' ? tried.step.did : null
    const state = this.stateOf(row, tried !== null, did)
    const at = tried?.at ?? null
    this.push({ kind: 'rule', row, state, failed: skipped, did, depth, step: at })
    if (did?.kind !== 'jumped' && did?.kind !== 'went') return did?.kind !== 'returned' && here
    this.visit(did.chain, depth + 1)
    return this.resume(row.ref.chain, depth)
  }

  private resume(chain: string, depth: number): boolean {
    const back = this.take((step) => step.kind === 'resumed' && step.chain === chain)
    if (back?.step.kind !== 'resumed') return false
    const { from, by, line } = back.step
    this.push({ kind: 'resumed', chain, line, from, by, depth, step: back.at })
    return true
  }

  private stateOf(row: RuleRow, tried: boolean, did: Deed | null): RuleState {
    if (!tried) return 'not-reached'
    if (did === null) return 'skipped'
    return row.ref.id === this.deciding ? 'decided' : 'passed'
  }

  private take(
    wanted: (step: Step) => boolean,
  ): { readonly step: Step; readonly at: number } | null {
    const at = this.next
    const step = this.steps[at]
    if (step === undefined || !wanted(step)) return null
    this.next += 1
    return { step, at }
  }

  private push(line: DistributiveOmit<ChainLine, 'key' | 'rail' | 'below'>): void {
    this.lines.push({ ...line, key: `${this.lines.length}`, rail: null, below: null })
  }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

/**
 * The rule that a reader calls the deciding one: what ended the walk, else the last RETURN, because
 * a RETURN from a called chain lets the policy of the caller have the last word.
 */
export function decidingRule({ decided, steps }: Walk): string | null {
  if (decided !== null) return decided.id
  const last = steps.findLast((step) => step.kind === 'matched' && step.did.kind === 'returned')
  return last?.kind === 'matched' ? last.rule.id : null
}

function drawRails(lines: readonly ChainLine[]): readonly ChainLine[] {
  const rails = new Map<number, Line['rail']>()
  lines.forEach((line, end) => {
    if (line.kind !== 'resumed' || line.by === null || line.step === null) return
    const { step } = line
    const id = line.by.id
    const start = lines.findLastIndex(
      (other, i) => i < end && other.kind === 'rule' && other.row.ref.id === id,
    )
    if (start < 0) return
    rails.set(start, { part: 'start', step })
    for (let i = start + 1; i < end; i += 1) rails.set(i, { part: 'through', step })
    rails.set(end, { part: 'end', step })
  })
  return lines.map((line, i) => ({ ...line, rail: rails.get(i) ?? null }))
}

function withBelow(lines: readonly ChainLine[]): readonly ChainLine[] {
  let below: number | null = null
  return lines
    .toReversed()
    .map((line) => {
      const told = { ...line, below }
      below = line.step ?? below
      return told
    })
    .reverse()
}
