import { type Bench, changeKey, type Tried } from './bench.ts'
import type { Change } from './change.ts'

/** Changes that together make the flow succeed, and no proper part of which does. */
export interface Found extends Pick<Tried, 'after' | 'trace'> {
  readonly changes: readonly Change[]
}

/** The parts of changes that suffice, but those that hold a smaller one or one that is known. */
export async function minimalParts(
  bench: Bench,
  changes: readonly Change[],
  known: readonly Found[],
): Promise<readonly Found[]> {
  const minimal: Found[] = []
  for (const part of partsOf(changes)) {
    if (holdsOneOf([...known, ...minimal], part)) continue
    const untried = !bench.hasTried(part) && !bench.open()
    // What could not be tried may suffice: then nothing larger is known to be minimal.
    if (untried) return minimal
    const tried = await bench.attempt(part)
    if (tried?.failure === null) {
      minimal.push({ changes: part, after: tried.after, trace: tried.trace })
    }
  }
  return minimal
}

export const holdsOneOf = (found: readonly Found[], changes: readonly Change[]): boolean => {
  const keys = new Set(changes.map(changeKey))
  return found.some((each) => each.changes.every((change) => keys.has(changeKey(change))))
}

/** Every part but the empty one, small ones first. */
function partsOf(changes: readonly Change[]): readonly (readonly Change[])[] {
  const parts = Array.from({ length: 2 ** changes.length - 1 }, (_, i) =>
    changes.filter((_each, bit) => ((i + 1) >> bit) & 1),
  )
  return parts.toSorted((a, b) => a.length - b.length)
}
