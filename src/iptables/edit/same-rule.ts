import type { RuleSpec } from '../command/invocation.ts'

/** Whether `-D` and `-C` would take one rule for the other. */
export function sameRule(a: RuleSpec, b: RuleSpec): boolean {
  return (
    a.target?.kind === b.target?.kind &&
    a.matches.length === b.matches.length &&
    sameValue(a.base, b.base) &&
    sameValue(a.matches, b.matches) &&
    sameValue(a.target, b.target)
  )
}

function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const left = Object.entries(a)
  const right = new Map(Object.entries(b))
  return (
    left.length === right.size && left.every(([key, value]) => sameValue(value, right.get(key)))
  )
}
