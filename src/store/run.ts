import type { Trace } from '../engine/trace.ts'
import type { Evaluation } from '../scenario/evaluation.ts'
import type { EngineFault } from '../worker/protocol.ts'

/** What the engine said last. While it is asked again, and when it fails, the last answer stays in view. */
export type Run =
  | { readonly phase: 'idle' }
  | {
      readonly phase: 'asking'
      readonly last: Evaluation | null
      /** Of the try before this one: it stands until there is an answer. */
      readonly fault: EngineFault | null
    }
  | { readonly phase: 'answered'; readonly evaluation: Evaluation }
  | { readonly phase: 'failed'; readonly fault: EngineFault; readonly last: Evaluation | null }

export function evaluationOf(run: Run): Evaluation | null {
  switch (run.phase) {
    case 'idle':
      return null
    case 'answered':
      return run.evaluation
    case 'asking':
    case 'failed':
      return run.last
  }
}

export const faultOf = (run: Run): EngineFault | null => ('fault' in run ? run.fault : null)

export const traceOf = (run: Run): Trace | null => evaluationOf(run)?.trace ?? null
