import { invariant, unreachable } from '../net/invariant.ts'
import { bindMapping } from './bind-mapping.ts'
import { CONDITION, firstFailed } from './matches.ts'
import { changesBetween, movingOf } from './moving.ts'
import type { Pass } from './pass.ts'
import type {
  EgressProgram,
  ProgramChain,
  ProgramEnd,
  ProgramRule,
  ProgramSnat,
} from './program.ts'
import type { Recorder } from './recorder.ts'

/** One packet at a program. */
export interface ProgramRun {
  readonly program: EgressProgram
  readonly pass: Pass
  /** It answers a flow that the node knows from its first packet. */
  readonly answers: boolean
  readonly recorder: Recorder | null
}

/**
 * Walks a program and lets its rules change `pass`: the counterpart of `traverse` for what stands at
 * a device. The account goes to the recorder.
 */
export function runProgram(run: ProgramRun): ProgramEnd {
  const [start] = run.program.chains
  run.recorder?.entered(start)
  const end = walkChain(run, start)
  if (end) return end
  run.recorder?.policy(start)
  return KEPT
}

const KEPT: ProgramEnd = { kind: 'kept' }

/** Null where the walk goes back to the caller. */
function walkChain(run: ProgramRun, chain: ProgramChain): ProgramEnd | null {
  const { recorder } = run
  for (const [index, rule] of chain.rules.entries()) {
    if (!tries(run, chain, index, rule)) continue
    const { target } = rule
    switch (target.kind) {
      case 'keep':
        recorder?.matched(chain, index, rule, { kind: 'accepted' })
        return KEPT
      case 'return':
        recorder?.matched(chain, index, rule, { kind: 'returned' })
        return null
      case 'drop':
        recorder?.matched(chain, index, rule, { kind: 'dropped', text: target.text })
        return { kind: 'dropped', text: target.text }
      case 'gateway':
        recorder?.matched(chain, index, rule, { kind: 'tunnelled', node: target.node })
        return target
      case 'snat':
        return translate(run, chain, index, { ...rule, target })
      case 'call': {
        recorder?.matched(chain, index, rule, { kind: 'jumped', chain: target.chain })
        const end = call(run, target.chain)
        if (end) return end
        recorder?.resumed(chain, index + 1)
        break
      }
      default:
        return unreachable(target)
    }
  }
  return null
}

function call(run: ProgramRun, name: string): ProgramEnd | null {
  const chain = run.program.chains.find((each) => each.name === name)
  invariant(chain, `chain ${name} exists`)
  run.recorder?.entered(chain)
  return walkChain(run, chain)
}

function tries(
  { pass, answers, recorder }: ProgramRun,
  chain: ProgramChain,
  index: number,
  rule: ProgramRule,
): boolean {
  const failed = firstFailed(rule, pass)
  if (recorder && pass.drawn !== null) {
    recorder.matched(chain, index, rule, { kind: 'undetermined', probability: pass.drawn })
  }
  pass.drawn = null
  if (failed !== CONDITION.none) {
    recorder?.skipped(chain, index, rule, failed, pass)
    return false
  }
  if (rule.reply === undefined || answers) return true
  recorder?.failed(chain, index, rule, NO_ANSWER)
  return false
}

const NO_ANSWER = {
  field: 'extension',
  module: 'ct',
  wanted: 'reply',
  negated: false,
  got: 'original',
} as const

function translate(
  { pass, recorder }: ProgramRun,
  chain: ProgramChain,
  index: number,
  rule: ProgramRule & { readonly target: ProgramSnat },
): ProgramEnd {
  const before = movingOf(pass)
  const trouble = bindMapping(pass, rule.target)
  if (trouble !== null) {
    recorder?.matched(chain, index, rule, { kind: 'dropped', text: trouble })
    return { kind: 'dropped', text: trouble }
  }
  const [first, ...others] = changesBetween(before, movingOf(pass))
  recorder?.matched(
    chain,
    index,
    rule,
    first
      ? { kind: 'rewrote', target: 'SNAT', changes: [first, ...others] }
      : { kind: 'bound', target: 'SNAT' },
  )
  return { kind: 'translated' }
}
