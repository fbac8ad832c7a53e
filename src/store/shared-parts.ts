import type { ScenarioState } from '../scenario/state.ts'

/** What comes back from the worker is all new; what says the same as before is the very object it was. */
export function withSharedParts(was: ScenarioState, now: ScenarioState): ScenarioState {
  const document = shared(was.document, now.document)
  return shared(was, { ...now, document })
}

function shared<T extends object>(was: T, now: T): T {
  const known = new Map<string, unknown>(Object.entries(was))
  const parts = Object.entries(now).map(([key, value]) => {
    const old = known.get(key)
    return [key, old === value || JSON.stringify(old) === JSON.stringify(value) ? old : value]
  })
  return Object.fromEntries(parts)
}
