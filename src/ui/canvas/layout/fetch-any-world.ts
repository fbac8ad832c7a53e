import type { AnyWorld } from './any-world.ts'

let here: AnyWorld | null = null

/** What draws any world, with its library. */
export async function fetchAnyWorld(): Promise<AnyWorld> {
  here = (await import('./any-world.ts')).anyWorld
  return here
}

/** Null until it was fetched. */
export const anyWorldIfHere = (): AnyWorld | null => here
