import type { Route } from '../topology/node.ts'
import { bindUnasked } from './binding.ts'
import { beginsFlow, isTaken, leavingTuple } from './conntrack.ts'
import type { Arrival, Passage } from './node.ts'
import type { Pass } from './pass.ts'
import type { Recorder } from './recorder.ts'
import { isDroppedOnArrival, type Routing, routeReceived, routeSent } from './route.ts'
import type { Hook } from './rule.ts'
import { traverse } from './traverse.ts'

export interface Crossing {
  readonly fate: Passage['fate']
  readonly route: Route | null
}

/** Who writes down the walk through a hook; null where only the verdict is asked for. */
export type RecorderOf = ((hook: Hook) => Recorder) | null

/** The packet's day on a node: hooks of table nat and routing, in the kernel's order. */
export function cross(pass: Pass, arrival: Arrival, recorderOf: RecorderOf): Crossing {
  const crossing =
    arrival.kind === 'received'
      ? crossReceived(pass, arrival.by, recorderOf)
      : crossSent(pass, recorderOf)
  const lives = crossing.fate === 'forwarded' || crossing.fate === 'local'
  return lives && isRefused(pass) ? { ...crossing, fate: 'no-free-port' } : crossing
}

/** Conntrack takes no second flow whose replies it could not tell from those of the first. */
const isRefused = (pass: Pass): boolean =>
  pass.exhausted || (beginsFlow(pass.packet) && isTaken(pass.memory, leavingTuple(pass)))

const NO_ADDRESS: Crossing = { fate: 'no-source-address', route: null }
const NO_ROUTE: Crossing = { fate: 'no-route', route: null }
const HERE: Crossing = { fate: 'local', route: null }

function crossReceived(pass: Pass, by: string, recorderOf: RecorderOf): Crossing {
  if (by !== 'lo' && isDroppedOnArrival(pass.src, pass.dst)) return NO_ROUTE
  pass.inDevice = by
  if (!consult(pass, 'PREROUTING', recorderOf)) return NO_ADDRESS
  const routing = routeReceived(pass.node, pass.src, pass.dst, by)
  if (routing.kind === 'none') return NO_ROUTE
  if (routing.kind === 'out') return leave(pass, routing.route, recorderOf)
  return consultLast(pass, 'INPUT', recorderOf) ? HERE : NO_ADDRESS
}

/** OUTPUT sees the interface of the first routing; a new destination is routed again. */
function crossSent(pass: Pass, recorderOf: RecorderOf): Crossing {
  const planned = routeSent(pass.node, pass.dst)
  if (planned.kind === 'none') return NO_ROUTE
  pass.outDevice = deviceOf(planned)
  if (!consult(pass, 'OUTPUT', recorderOf)) return NO_ADDRESS
  const routing = pass.destinationChanged ? routeSent(pass.node, pass.dst) : planned
  if (routing.kind === 'none') return NO_ROUTE
  if (routing.kind === 'out') return leave(pass, routing.route, recorderOf)
  pass.outDevice = 'lo'
  pass.nextHop = pass.dst
  return consultLast(pass, 'POSTROUTING', recorderOf) ? HERE : NO_ADDRESS
}

const deviceOf = (routing: Routing): string => (routing.kind === 'out' ? routing.route.dev : 'lo')

/** The receiving interface stays known in POSTROUTING. Source: Linux `ip_output`, since 5.7. */
function leave(pass: Pass, route: Route, recorderOf: RecorderOf): Crossing {
  pass.outDevice = route.dev
  pass.nextHop = route.via ?? pass.dst
  const alive = consultLast(pass, 'POSTROUTING', recorderOf)
  return { fate: alive ? 'forwarded' : 'no-source-address', route }
}

/** The hook that binds the source: where no rule did, the kernel still keeps flows apart. */
function consultLast(pass: Pass, hook: Hook, recorderOf: RecorderOf): boolean {
  const alive = consult(pass, hook, recorderOf)
  if (alive && !pass.sourceBound) bindUnasked(pass)
  return alive
}

function consult(pass: Pass, hook: Hook, recorderOf: RecorderOf): boolean {
  if (!beginsFlow(pass.packet)) return true
  return traverse(pass, hook, recorderOf === null ? null : recorderOf(hook))
}
