import { invariant } from '../net/invariant.ts'
import { failedMatch } from './failed-match.ts'
import type { Pass } from './pass.ts'
import type { Chain, Rule } from './rule.ts'
import type { Deed, FailedMatch, RuleRef, Step, Walk } from './trace.ts'

type Named = Pick<Chain, 'name'>
type Tried = Pick<Rule, 'id' | 'base' | 'matches'>

/** Told of everything a walk does; the walk itself never looks back at it. */
export interface Recorder {
  entered(chain: Named): void
  /** `condition` as `matches.ts` numbers them. */
  skipped(chain: Named, index: number, rule: Tried, condition: number, pass: Pass): void
  /** A condition that only programs know did not hold. */
  failed(chain: Named, index: number, rule: Tried, failed: FailedMatch): void
  matched(chain: Named, index: number, rule: Tried, did: Deed): void
  /** The walk has come to an end of the chain it was in, and goes on in its caller. */
  resumed(chain: Named, index: number): void
  policy(chain: Named): void
}

/** Writes one `Walk`. */
export class WalkRecorder implements Recorder {
  readonly #node: string
  readonly #hook: Walk['hook']
  readonly #steps: Step[] = []
  #chain = ''
  #decided: RuleRef | null = null
  /** The RETURN that is about to bring the walk back, if one does. */
  #returning: RuleRef | null = null

  constructor(node: string, hook: Walk['hook']) {
    this.#node = node
    this.#hook = hook
  }

  entered({ name }: Named): void {
    this.#chain = name
    this.#steps.push({ kind: 'entered', chain: name })
  }

  skipped(chain: Named, index: number, rule: Tried, condition: number, pass: Pass): void {
    this.failed(chain, index, rule, failedMatch(rule, condition, pass))
  }

  failed(chain: Named, index: number, rule: Tried, failed: FailedMatch): void {
    this.#steps.push({ kind: 'skipped', rule: refOf(chain, index, rule), failed })
  }

  matched(chain: Named, index: number, rule: Tried, did: Deed): void {
    const ref = refOf(chain, index, rule)
    this.#steps.push({ kind: 'matched', rule: ref, did })
    if (did.kind === 'returned') this.#returning = ref
    if (DECIDING.has(did.kind)) this.#decided = ref
  }

  resumed({ name }: Named, index: number): void {
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

  policy({ name }: Named): void {
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

const DECIDING = new Set<Deed['kind']>(['accepted', 'rewrote', 'bound', 'tunnelled', 'dropped'])

const refOf = ({ name }: Named, index: number, { id }: Tried): RuleRef => ({
  id,
  chain: name,
  line: index + 1,
})
