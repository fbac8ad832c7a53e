import type { EngineClient } from '../worker/client.ts'
import { readChainsThrough } from './chain-facts.ts'
import { nameDataplanesThrough } from './dataplanes.ts'
import { keepProbing } from './probes.ts'
import { keepReadingSettings } from './settings.ts'
import { readSourcesThrough } from './sources.ts'

/** What asks the engine for panels that no first view has, in a chunk of its own. */
export function startLateReaders(engine: EngineClient): void {
  keepReadingSettings(engine)
  readChainsThrough(engine)
  nameDataplanesThrough(engine)
  readSourcesThrough(engine)
  keepProbing(engine)
}
