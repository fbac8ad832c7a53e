import type { Header } from '../engine/trace.ts'

/** A packet of a flow as it passes a place: the flow's first, the answer to it, or a refusal of it. */
export interface PassingPacket {
  readonly header: Header
  readonly kind: 'request' | 'answer' | 'refusal'
}
