import { invariant } from '../net/invariant.ts'
import { failedMatch } from './failed-match.ts'
import type { Pass } from './pass.ts'
import type { Chain, Hook, Rule } from './rule.ts'
import type { Deed, RuleRef, Step, Walk } from './trace.ts'

/** Told of everything a walk does; the walk itself never looks back at it. */
export interface Recorder {
  entered(chain: Chain): void
  /** `condition` as `matches.ts` numbers them. */
  skipped(chain: Chain, index: number, rule: Rule, condition: number, pass: Pass): void
  matched(chain: Chain, index: number, rule: Rule, did: Deed): void
  /** The walk has come to an end of the chain it was in, and goes on in its caller. */
  resumed(chain: Chain, index: number): void
  policy(chain: Chain): void
}

/** Writes one `Walk`. */
export class WalkRecorder implements Recorder {
  readonly #node: string
  readonly #hook: Hook
  readonly #steps: Step[] = []
  #chain = ''
  #decided: RuleRef | null = null
  /** The RETURN that is about to bring the walk back, if one does. */
  #returning: RuleRef | null = null

  constructor(node: string, hook: Hook) {
    this.#node = node
    this.#hook = hook
  }

  entered({ name }: Chain): void {
    this.#chain = name
    this.#steps.push({ kind: 'entered', chain: name })
  }

  skipped(chain: Chain, index: number, rule: Rule, condition: number, pass: Pass): void {
    const failed = failedMatch(rule, condition, pass)
    this.#steps.push({ kind: 'skipped', rule: refOf(chain, index, rule), failed })
  }

  matched(chain: Chain, index: number, rule: Rule, did: Deed): void {
    const ref = refOf(chain, index, rule)
    this.#steps.push({ kind: 'matched', rule: ref, did })
    if (did.kind === 'returned') this.#returning = ref
    if (did.kind === 'accepted' || did.kind === 'rewrote' || did.kind === 'bound') {
      this.#decided = ref
    }
  }

  resumed({ name }: Chain, index: number): void {
    this.#steps.push({
      kind: 'resumed',
      chain: name,
      line: index + 1,
      from: this.#chain,
      by: this.#returning,
    })
    this.#returning = null
    this.#chain = name
  }

  policy({ name }: Chain): void {
    this.#steps.push({ kind: 'policy', chain: name, policy: 'ACCEPT' })
  }

  walk(): Walk {
    const [first, ...others] = this.#steps
    invariant(first, 'a walk begins by entering a chain')
    return {
      node: this.#node,
      hook: this.#hook,
      steps: [first, ...others],
      decided: this.#decided,
    }
  }
}

const refOf = ({ name }: Chain, index: number, { id }: Rule): RuleRef => ({
  id,
  chain: name,
  line: index + 1,
})
