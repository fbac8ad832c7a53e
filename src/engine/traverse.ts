import { invariant, unreachable } from '../net/invariant.ts'
import { markDeed, writeMark } from './marks.ts'
import { CONDITION, firstFailed } from './matches.ts'
import { changesBetween, type Moving, movingOf } from './moving.ts'
import type { Pass } from './pass.ts'
import type { Recorder } from './recorder.ts'
import { type RewriteTarget, rewrite, TARGET_NAME } from './rewrite.ts'
import type { Chain, Hook, Rule, Target } from './rule.ts'
import type { Deed } from './trace.ts'

/**
 * Walks one hook of table nat and lets its rules change `pass`. The one interpreter: the account of
 * it goes to the recorder, and without one nothing is written down. False where a target had no
 * address to give, and the kernel drops the packet.
 */
export function traverse(pass: Pass, hook: Hook, recorder: Recorder | null): boolean {
  const chain = chainNamed(pass, hook)
  recorder?.entered(chain)
  const end = walkChain({ pass, hook, recorder }, chain)
  if (end === 'back') recorder?.policy(chain)
  return end !== 'drop'
}

interface Walking {
  readonly pass: Pass
  readonly hook: Hook
  readonly recorder: Recorder | null
}

/** What a matched rule does to the walk; `on` goes on with the next rule. */
type Turn = 'on' | 'back' | 'jump' | 'goto' | 'decided' | 'drop'

function walkChain(walking: Walking, start: Chain): Exclude<Turn, 'on' | 'jump' | 'goto'> {
  const { pass, recorder } = walking
  let chain = start
  for (let i = 0; i < chain.rules.length; i += 1) {
    const rule = chain.rules[i]
    if (rule === undefined || !tries(walking, chain, i, rule)) continue
    const turn = obey(walking, chain, i, rule)
    if (turn === 'back' || turn === 'decided' || turn === 'drop') return turn
    if (turn === 'on') continue
    const next = chainNamed(pass, nameIn(rule.target))
    recorder?.entered(next)
    if (turn === 'goto') {
      chain = next
      i = -1
      continue
    }
    const end = walkChain(walking, next)
    if (end !== 'back') return end
    recorder?.resumed(chain, i + 1)
  }
  return 'back'
}

function tries({ pass, recorder }: Walking, chain: Chain, index: number, rule: Rule): boolean {
  const failed = firstFailed(rule, pass)
  if (recorder && pass.drawn !== null) {
    recorder.matched(chain, index, rule, { kind: 'undetermined', probability: pass.drawn })
  }
  pass.drawn = null
  if (failed === CONDITION.none) return true
  recorder?.skipped(chain, index, rule, failed, pass)
  return false
}

function obey(walking: Walking, chain: Chain, index: number, rule: Rule): Turn {
  const { recorder, pass } = walking
  const { target } = rule
  if (target === null) {
    recorder?.matched(chain, index, rule, { kind: 'counted' })
    return 'on'
  }
  switch (target.kind) {
    case 'accept':
      recorder?.matched(chain, index, rule, { kind: 'accepted' })
      return 'decided'
    case 'return':
      recorder?.matched(chain, index, rule, { kind: 'returned' })
      return 'back'
    case 'jump':
      recorder?.matched(chain, index, rule, { kind: 'jumped', chain: target.chain })
      return 'jump'
    case 'goto':
      recorder?.matched(chain, index, rule, { kind: 'went', chain: target.chain })
      return 'goto'
    case 'log':
      recorder?.matched(chain, index, rule, { kind: 'logged', prefix: target.prefix ?? '' })
      return 'on'
    case 'mark':
    case 'connmark':
      recorder?.matched(chain, index, rule, markDeed(target, pass))
      writeMark(target, pass)
      return 'on'
    case 'masquerade':
    case 'snat':
    case 'dnat':
    case 'redirect':
    case 'netmap':
      return translate(walking, chain, index, rule, target)
    default:
      return unreachable(target)
  }
}

function translate(
  { pass, hook, recorder }: Walking,
  chain: Chain,
  index: number,
  rule: Rule,
  target: RewriteTarget,
): Turn {
  if (!recorder) return rewrite(target, pass, hook) ? 'decided' : 'drop'
  const before = movingOf(pass)
  const done = rewrite(target, pass, hook)
  recorder.matched(chain, index, rule, deedOf(target, before, movingOf(pass)))
  return done ? 'decided' : 'drop'
}

function deedOf({ kind }: RewriteTarget, before: Moving, after: Moving): Deed {
  const target = TARGET_NAME[kind]
  const [first, ...others] = changesBetween(before, after)
  return first
    ? { kind: 'rewrote', target, changes: [first, ...others] }
    : { kind: 'bound', target }
}

const nameIn = (target: Target | null): string => {
  invariant(target && 'chain' in target, 'only a jump or a goto names a chain')
  return target.chain
}

function chainNamed({ node, src }: Pass, name: string): Chain {
  const chain = (src.family === 4 ? node.chains4 : node.chains6).get(name)
  invariant(chain, `chain ${name} exists`)
  return chain
}
