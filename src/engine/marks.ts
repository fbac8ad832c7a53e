import type { Pass } from './pass.ts'
import type { Target } from './rule.ts'
import type { Deed } from './trace.ts'

export type MarkTarget = Extract<Target, { kind: 'mark' | 'connmark' }>

/** Writes the packet's mark or the connection's. Source: Linux xt_mark.c, xt_connmark.c. */
export function writeMark(target: MarkTarget, pass: Pass): void {
  const mark = marked(target, pass)
  if (marksPacket(target)) pass.mark = mark
  else pass.connectionMark = mark
}

/** What `writeMark` is about to do. */
export const markDeed = (target: MarkTarget, pass: Pass): Deed => ({
  kind: 'marked',
  of: marksPacket(target) ? 'packet' : 'connection',
  from: marksPacket(target) ? pass.mark : pass.connectionMark,
  to: marked(target, pass),
})

const marksPacket = (target: MarkTarget): boolean =>
  target.kind === 'mark' || target.action === 'restore'

function marked(target: MarkTarget, { mark, connectionMark }: Pass): number {
  if (target.kind === 'mark') return overlaid(mark, target.mask, target.value)
  switch (target.action) {
    case 'set':
      return overlaid(connectionMark, target.mask, target.value)
    case 'save':
      return overlaid(connectionMark, target.toMask, mark & target.mask)
    case 'restore':
      return overlaid(mark, target.toMask, connectionMark & target.mask)
  }
}

const overlaid = (mark: number, mask: number, value: number): number =>
  ((mark & ~mask) ^ value) >>> 0
