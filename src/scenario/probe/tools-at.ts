import { place } from '../../engine/place.ts'
import type { PlaceId, Trace } from '../../engine/trace.ts'
import { ipsetLines } from '../../tools/ipset-list.ts'
import { captureOnLink, capturesAt, nodeAt, podAt } from './captures.ts'
import { hubbleOf, natMapOn } from './cilium-prints.ts'
import { countedBy, natListing } from './nat-listing.ts'
import { always, type ToolPrint } from './printed.ts'
import { isSix, type Probed } from './probed.ts'
import type { ProbeSpot } from './spot.ts'
import { trackedOn } from './tracked.ts'

/** The tools that have something to say at a place, in the order in which one asks them. */
export function toolsAt(
  probed: Probed,
  spot: ProbeSpot,
  earlier: readonly Trace[],
): readonly ToolPrint[] {
  if (spot.kind === 'link') return captureOnLink(probed, spot.from, spot.to)
  if (!isThere(probed, spot.place)) return []
  const node = nodeAt(probed, spot.place)?.name
  if (node === undefined) return atOther(probed, spot.place)
  return spot.kind === 'chain'
    ? tablesOn(probed, node, earlier, [spot.chain])
    : atNode(probed, node, earlier)
}

const isThere = ({ map }: Probed, at: PlaceId): boolean => map.places.some(({ id }) => id === at)

function atOther(probed: Probed, at: PlaceId): readonly ToolPrint[] {
  const pod = podAt(probed, at)
  return [...capturesAt(probed, at), ...(pod ? hubbleOf(probed, pod.node) : [])]
}

function atNode(probed: Probed, name: string, earlier: readonly Trace[]): readonly ToolPrint[] {
  const { trace, topology } = probed
  const node = topology.nodes.find((each) => each.name === name)
  const decided = decidingChain(trace, name)
  return [
    ...capturesAt(probed, place.node(name)),
    ...tablesOn(probed, name, earlier, decided === null ? [null] : [decided, null]),
    trackedOn(name, trace),
    ...setsOn(probed, name),
    ...(node ? natMapOn(probed, node) : []),
    ...hubbleOf(probed, name),
    ...statusOf(probed, name),
  ]
}

/** Table nat, whole or one chain of it. */
function tablesOn(
  probed: Probed,
  node: string,
  earlier: readonly Trace[],
  chains: readonly (string | null)[],
): readonly ToolPrint[] {
  const rules = probed.installed.nodes.get(node)?.rules
  if (!rules) return []
  const table = isSix(probed) ? rules.nat6 : rules.nat4
  const counted = { trace: probed.trace, earlier: countedBy(node, earlier) }
  return chains.flatMap((chain) => natListing(node, table, chain, counted) ?? [])
}

/** The chain whose rule decided about the source on a node; null where none did. */
export function decidingChain(
  { forward, outcome: { because } }: Trace,
  node: string,
): string | null {
  const walked = forward.hops.filter(({ walk }) => walk?.node === node && walk.hook !== 'TC_EGRESS')
  const chains = walked
    .flatMap(({ walk }) => walk?.steps ?? [])
    .map((step) => ('chain' in step ? step.chain : step.rule.chain))
  if ('chain' in because && chains.includes(because.chain)) return because.chain
  return walked.findLast(({ walk }) => walk?.decided)?.walk?.decided?.chain ?? null
}

function setsOn({ installed }: Probed, name: string): readonly ToolPrint[] {
  const rules = installed.nodes.get(name)?.rules
  return (rules?.sets ?? []).map(
    (set): ToolPrint => ({
      tool: 'ipset',
      id: `ipset ${set.name}`,
      on: { kind: 'node', name },
      command: `ipset list ${set.name}`,
      lines: ipsetLines(set, rules ? [rules.nat4, rules.nat6] : []).map(always),
    }),
  )
}

/** What the dataplane's own commands print. A program is machine code, which none of them shows. */
function statusOf({ installed }: Probed, name: string): readonly ToolPrint[] {
  const { printouts, rules } = installed.nodes.get(name) ?? { printouts: [], rules: {} }
  const programs = (rules.programs ?? []).map((program) => `${program.name} (`)
  return printouts
    .filter(({ command }) => !programs.some((program) => command.startsWith(program)))
    .map(({ command, text }) => ({
      tool: 'status',
      id: command,
      on: {
        kind: /^(kubectl|calicoctl|cilium config) /.test(command) ? 'workstation' : 'node',
        name,
      },
      command,
      lines: text.trimEnd().split('\n').map(always),
    }))
}
