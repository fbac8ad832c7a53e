import type { ScenarioState } from './state.ts'

/** A chunk each. */
export const FILES = import.meta.glob<ScenarioState>('./builtin/*.yaml', { import: 'state' })
