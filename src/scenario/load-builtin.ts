import { state as first } from './builtin/private-endpoint-as-is.yaml'
import type { ScenarioState } from './state.ts'

/** What the page opens with; the others are a chunk each. */
export const FIRST_BUILTIN: ScenarioState = first

/** Null where no built-in scenario has that name. */
export async function loadBuiltin(name: string): Promise<ScenarioState | null> {
  if (name === first.document.metadata.name) return first
  // The list of files alone is worth a kilobyte.
  const { FILES } = await import('./builtin-files.ts')
  return (await FILES[`./builtin/${name}.yaml`]?.()) ?? null
}
