import { type Counters, countWalks, firstPacketBytes, noCounters } from '../../engine/counters.ts'
import type { Step, Trace, Walk } from '../../engine/trace.ts'
import type { CountedWalk } from './chain-facts.ts'

/**
 * What each step of a journey's walks leaves in the counters of its node, which begin at zero. Table
 * nat sees the first packet of a flow only; a program at a device counts nothing that iptables shows.
 */
export function countedSteps({ forward, reply }: Trace): readonly CountedWalk[] {
  const bytes = firstPacketBytes(forward.hops[0].before)
  const nodes = new Map<string, Counters>()
  return [...forward.hops, ...(reply?.hops ?? [])].flatMap(({ walk }, hop) => {
    if (walk === undefined || walk.hook === 'TC_EGRESS') return []
    const after = walk.steps.map((step) => {
      const counters = countWalks(nodes.get(walk.node) ?? noCounters, [oneStep(walk, step)], bytes)
      nodes.set(walk.node, counters)
      return counterOf(step, counters)
    })
    return [{ hop, after }]
  })
}

const oneStep = (walk: Walk, step: Step): Walk => ({ ...walk, steps: [step] })

function counterOf(step: Step, { rules, chains }: Counters): CountedWalk['after'][number] {
  if (step.kind === 'policy') return chains.get(step.chain) ?? null
  return step.kind === 'matched' ? (rules.get(step.rule.id) ?? null) : null
}
