import { type Counters, countWalks, firstPacketBytes, noCounters } from '../../engine/counters.ts'
import type { NatTable } from '../../engine/rule.ts'
import type { Step, Trace, Walk } from '../../engine/trace.ts'
import { printList } from '../../iptables/print-list.ts'
import { always, type PrintedLine, type Since, type ToolPrint } from './printed.ts'

/** What `iptables -t nat -L` shows: one chain, or null for all; the counters tick as the packet passes. */
export function natListing(
  node: string,
  table: NatTable,
  chain: string | null,
  { trace, earlier }: { readonly trace: Trace; readonly earlier: Counters },
): ToolPrint | null {
  const options = { numeric: true, verbose: true, ...(chain === null ? {} : { chain }) }
  const first = printList(table, options, earlier)
  if (first === null) return null
  const lines = first
    .replace(/\n$/, '')
    .split('\n')
    .map((text) => [...always(text)] as Versions)
  let counters = earlier
  for (const { since, step, walk } of stepsOn(node, trace)) {
    const next = countWalks(counters, [{ ...walk, steps: [step] }], firstPacketBytes(sent(trace)))
    counters = next
    const chained = chainOf(step)
    if (chained === null || (chain !== null && chained !== chain)) continue
    printAnew(lines, table, { chain: chained, counters, since })
  }
  const tool = table.family === 6 ? 'ip6tables' : 'iptables'
  return {
    tool: 'iptables',
    id: `iptables ${chain ?? '*'}`,
    on: { kind: 'node', name: node },
    command: `${tool} -t nat -L ${chain === null ? '' : `${chain} `}-n -v`,
    lines,
  }
}

/** What whole flows that passed before have counted on a node. */
export const countedBy = (node: string, traces: readonly Trace[]): Counters =>
  traces.reduce((counters, trace) => {
    const bytes = firstPacketBytes(sent(trace))
    const walks = stepsOn(node, trace).map(({ walk, step }) => ({
      ...walk,
      steps: [step] as const,
    }))
    return countWalks(counters, walks, bytes)
  }, noCounters)

type Versions = [PrintedLine[number], ...PrintedLine[number][]]

const sent = ({ forward }: Trace) => forward.hops[0].before

interface Timed {
  readonly since: Since
  readonly walk: Walk
  readonly step: Step
}

/** Every step through table nat of a node, when it is taken. */
function stepsOn(node: string, { forward, quietWalks }: Trace): readonly Timed[] {
  const own = forward.hops.flatMap(({ walk }, hop) => {
    if (walk?.node !== node || walk.hook === 'TC_EGRESS') return []
    return walk.steps.map((step, i) => ({ since: { hop, step: i }, walk, step }))
  })
  const quiet = quietWalks.flatMap((walk) => {
    if (walk.node !== node) return []
    const since = { hop: quietly(node, walk, forward.hops), step: 0 }
    return walk.steps.map((step) => ({ since, walk, step }))
  })
  return [...quiet, ...own].toSorted((a, b) => a.since.hop - b.since.hop)
}

/** Hooks without a rule stand in no hop: those before routing at the first one there, others at the last. */
function quietly(node: string, { hook }: Walk, hops: Trace['forward']['hops']): number {
  const isHere = ({ place }: (typeof hops)[number]): boolean => place === `node:${node}`
  const begins = hook === 'PREROUTING' || hook === 'OUTPUT'
  return Math.max(0, begins ? hops.findIndex(isHere) : hops.findLastIndex(isHere))
}

const chainOf = (step: Step): string | null => {
  if (step.kind === 'policy') return step.chain
  return step.kind === 'matched' ? step.rule.chain : null
}

/** Of one chain: each line that reads otherwise now gets a text more. */
function printAnew(
  lines: readonly Versions[],
  table: NatTable,
  { chain, counters, since }: { chain: string; counters: Counters; since: Since },
): void {
  const printed = printList(table, { numeric: true, verbose: true, chain }, counters)?.replace(
    /\n$/,
    '',
  )
  const head = lines.findIndex(([{ text }]) => text?.startsWith(`Chain ${chain} `))
  for (const [i, text] of (printed ?? '').split('\n').entries()) {
    const line = lines[head + i]
    if (line !== undefined && line.at(-1)?.text !== text) line.push({ since, text })
  }
}
