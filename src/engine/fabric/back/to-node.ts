import { formatAddress, sameAddress } from '../../../net/address.ts'
import { invariant } from '../../../net/invariant.ts'
import type { Node } from '../../../topology/cluster.ts'
import { answerTo, type Moving } from '../../moving.ts'
import { place } from '../../place.ts'
import type { Reason } from '../../reason.ts'
import type { Standing } from '../travel.ts'
import { answers, take } from './memory.ts'
import { answered, lost, type Return, type ReturnEnd } from './return-trip.ts'

/** Its conntrack knows the flow, or it does not. */
export const isKnownOn = ({ memory, journal }: Return, node: Node): boolean =>
  memory.nodes.some((entry) => entry.node.name === node.name && answers(journal.moving(), entry))

/** Through a node, whose conntrack turns the answer back; then to where the first packet had come from. */
export function returnToNode(back: Return, node: Node): Standing | ReturnEnd {
  const { fabric, journal, memory } = back
  const entry = take(memory.nodes, journal.moving(), (each) => each.node.name === node.name)
  const at = place.node(node.name)
  if (!entry) {
    const dst = formatAddress(journal.moving().dst)
    return lost(back, at, { code: 'dropped-reply-unknown', node: node.name, dst })
  }
  const reason = undoReason(node.name, entry.before, entry.after)
  const mood = reason.code === 'kept-return-packet' ? 'passed' : 'translated'
  journal.note({ place: at, stage: 'conntrack', mood, reason }, answerTo(entry.before))
  switch (entry.arrival.kind) {
    case 'local':
    case 'from-pod':
      return answered(back)
    case 'from-vpc':
      return { in: 'vpc', vpc: node.vpc, from: { kind: 'node', node } }
    case 'from-tunnel': {
      const tunnel = memory.tunnels.findLast(({ to }) => to === node.name)
      const home = fabric.nodes.get(tunnel?.from ?? '')
      invariant(tunnel && home, 'what came out of a tunnel went into it on a node')
      const through: Reason = { code: 'through-tunnel', from: tunnel.to, to: tunnel.from }
      journal.note({ place: tunnel.at, stage: 'vpc-routing', mood: 'passed', reason: through })
      return { in: 'node', node: home, arrival: { kind: 'from-vpc' } }
    }
  }
}

function undoReason(node: string, before: Moving, after: Moving): Reason {
  const field = sameAddress(before.src, after.src) ? 'dst' : 'src'
  const told = { node, from: formatAddress(after[field]), to: formatAddress(before[field]) }
  if (field === 'src') return { code: 'reply-untranslated', ...told }
  return sameAddress(before.dst, after.dst)
    ? { code: 'kept-return-packet', original: formatAddress(before.src) }
    : { code: 'reply-source-restored', ...told }
}
