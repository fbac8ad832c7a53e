import type { ArrangeNested } from './layout.ts'

let here: ArrangeNested | null = null

/** What lays out any world, with its library. */
export async function fetchNested(): Promise<ArrangeNested> {
  here = (await import('./nested.ts')).arrangeNested
  return here
}

/** Null until it was fetched. */
export const nestedIfHere = (): ArrangeNested | null => here
