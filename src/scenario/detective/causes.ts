import type { Change, ChangeCode } from './change.ts'
import type { Cause, Fix } from './diagnosis.ts'
import type { Failure } from './failure.ts'

/**
 * Root causes, each with the fixes that remove it: the step that ends the journey, why the source is what
 * it is, and what would end the journey next. What the best fix removes comes first.
 */
export function causesOf(
  start: Failure,
  fixes: readonly Fix[],
  answeredBy: (change: Change) => Failure,
): readonly Cause[] {
  const causes = new Map<string, Cause>()
  const note = (cause: Omit<Cause, 'fixes'>, fix: string | null): void => {
    const key = `${cause.kind} ${cause.at} ${JSON.stringify(cause.reason)}`
    const fixed = causes.get(key)?.fixes ?? []
    const added = fix === null || fixed.includes(fix) ? [] : [fix]
    causes.set(key, { ...cause, fixes: [...fixed, ...added] })
  }
  for (const { id, changes } of fixes) {
    for (const change of changes) note(causeFor(change.code, answeredBy(change), start), id)
  }
  note(endOf(start), null)
  const place = ({ fixes: of }: Cause): number => {
    const best = fixes.findIndex(({ id }) => of.includes(id))
    return best < 0 ? fixes.length : best
  }
  return [...causes.values()].toSorted((a, b) => place(a) - place(b) || rank(a) - rank(b))
}

const rank = ({ kind }: Cause): number => ['end', 'source', 'beyond'].indexOf(kind)

const endOf = ({ reason, by }: Failure): Omit<Cause, 'fixes'> => ({ kind: 'end', reason, at: by })

function causeFor(code: ChangeCode, met: Failure, start: Failure): Omit<Cause, 'fixes'> {
  if (OF_SOURCE.has(code)) {
    const { outcome, node } = met
    const at = node === null ? met.trace.forward.hops[0].place : `node:${node.name}`
    return { kind: 'source', reason: outcome.because, at }
  }
  return met.outcome === start.outcome
    ? endOf(start)
    : { kind: 'beyond', reason: met.reason, at: met.by }
}

const OF_SOURCE: ReadonlySet<ChangeCode> = new Set([
  'apply-manifests',
  'use-draft',
  'keep-range',
  'masquerade-range',
  'narrow-kept-range',
  'set-setting',
  'keep-by-pool',
  'turn-snat-on',
  'turn-snat-off',
  'deploy-agent',
  'replace-node',
  'remove-manual-rule',
  'fresh-source-port',
])
