import type { Deed, FailedMatch, RuleRef, Step, Walk } from '../../engine/trace.ts'
import type { ChainRows, NodeRules, RuleRow } from '../../scenario/evaluation.ts'

/**
 * A walk through table nat, laid out as a page: a called chain stands under the rule that calls it,
 * and where a walk comes back the caller goes on. `step` is the place in `Walk.steps`, null for what
 * was not reached. `depth` is 0 for the hook's own chain.
 */
export type ChainLine = RuleLine | EnteredLine | ResumedLine | PolicyLine

interface Line {
  readonly key: string
  readonly depth: number
  readonly step: number | null
  /** A stretch of the line that leads from a RETURN back to its caller. */
  readonly rail: 'start' | 'through' | 'end' | null
}

export interface RuleLine extends Line {
  readonly kind: 'rule'
  readonly row: RuleRow
  readonly state: RuleState
  readonly failed: FailedMatch | null
  readonly did: Deed | null
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

export function chainLines(rules: NodeRules, walk: Walk): readonly ChainLine[] {
  const layout = new Layout(rules, walk)
  layout.visit(firstChain(walk), 0)
  return drawRails(layout.lines)
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

  constructor(rules: NodeRules, walk: Walk) {
    this.chains = new Map(rules.chains.map((chain) => [chain.name, chain]))
    this.steps = walk.steps
    this.deciding = decidingRule(walk)
  }

  visit(name: string, depth: number): void {
    const chain = this.chains.get(name)
    const entered = this.take((step) => step.kind === 'entered' && step.chain === name)
    this.push({ kind: 'entered', chain: name, depth, step: entered?.at ?? null })
    let here = true
    for (const row of chain?.rules ?? []) here = this.rule(row, depth, here)
    if (depth === 0) {
      const policy = this.take((step) => step.kind === 'policy')
      this.push({ kind: 'policy', chain: name, policy: 'ACCEPT', depth, step: policy?.at ?? null })
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

  private push(line: DistributiveOmit<ChainLine, 'key' | 'rail'>): void {
    this.lines.push({ ...line, key: `${this.lines.length}`, rail: null })
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
    if (line.kind !== 'resumed' || line.by === null) return
    const id = line.by.id
    const start = lines.findLastIndex(
      (other, i) => i < end && other.kind === 'rule' && other.row.ref.id === id,
    )
    if (start < 0) return
    rails.set(start, 'start')
    for (let i = start + 1; i < end; i += 1) rails.set(i, 'through')
    rails.set(end, 'end')
  })
  return lines.map((line, i) => ({ ...line, rail: rails.get(i) ?? null }))
}
