import type { Owner } from '../../engine/trace.ts'
import type { Comparison } from '../../scenario/compare/comparison.ts'

/** Whose an address is, as any of the lanes says; null where no packet carried it. */
export function laneOwner({ lanes }: Comparison, address: string): Owner | null {
  const headers = lanes
    .flatMap(({ beats }) => beats)
    .flatMap((beat) => (beat === null ? [] : [beat.before, beat.after]))
  const header = headers.find(({ src, dst }) => src === address || dst === address)
  if (header === undefined) return null
  return header.src === address ? header.srcOwner : header.dstOwner
}
