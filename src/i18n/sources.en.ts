import type { Source } from '../dataplanes/source.ts'

/** Where a behaviour was learned, on demand. */
export const sourcesEn = {
  ask: 'Where is this from?',
  unknown: 'Nothing is noted about where this was learned.',
  grades: {
    measured: 'measured on a running system',
    source: 'read in the system’s code',
    documented: 'documented by its makers',
    inferred: 'follows from what is known',
    unverified: 'commonly said, not verified',
  } satisfies Record<Source['grade'], string>,
}

export type SourcesText = typeof sourcesEn
