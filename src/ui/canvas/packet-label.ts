import type { Header, Owner } from '../../engine/trace.ts'
import { headerAt, type JourneyHop, nearSide, type Position } from '../../store/journey.ts'
import { portText } from '../inspector/port-text.ts'

/** One side of a packet's label: the address now, and the ones that it was before. */
export interface Side {
  readonly address: string
  readonly owner: Owner
  readonly port: string | undefined
  readonly ghosts: readonly { readonly address: string; readonly owner: Owner }[]
}

/** `source → destination` as the packet carries it here. The rewritten side keeps its ghosts. */
export function packetLabel(
  journey: readonly JourneyHop[],
  position: Position,
): { readonly source: Side; readonly destination: Side } | null {
  const header = headerAt(journey, position)
  const leg = journey[position.hop]?.leg
  if (header === null || leg === undefined) return null
  const ghosts = ghostsOf(journey, position)
  return {
    source: {
      address: header.src,
      owner: header.srcOwner,
      port: undefined,
      ghosts: leg === 'forward' ? ghosts : [],
    },
    destination: {
      address: header.dst,
      owner: header.dstOwner,
      port: leg === 'forward' ? portText(header.dport) : undefined,
      ghosts: leg === 'reply' ? ghosts : [],
    },
  }
}

/** What our side of the flow was called earlier on this leg, oldest first. */
function ghostsOf(journey: readonly JourneyHop[], { hop, step }: Position): Side['ghosts'] {
  const leg = journey[hop]?.leg
  if (leg === undefined) return []
  const headers: Header[] = journey
    .filter((each) => each.leg === leg && each.index <= hop)
    .flatMap((each) => [
      each.hop.before,
      ...(each.index < hop || step === null ? [each.hop.after] : []),
    ])
  const sides = headers.map((header) => nearSide(header, leg))
  const now = sides.at(-1)?.address
  return sides.filter(
    ({ address }, i) => address !== now && sides.findIndex((s) => s.address === address) === i,
  )
}
