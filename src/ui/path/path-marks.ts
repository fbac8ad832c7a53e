import type { PathCheck } from '../../engine/trace.ts'

/** An answer has a shape before it has a colour. */
export const PATH_MARK: Readonly<Record<PathCheck['state'], string>> = {
  passed: '✓',
  failed: '✕',
  unknown: '◌',
  'not-needed': '–',
  'not-reached': '·',
}
