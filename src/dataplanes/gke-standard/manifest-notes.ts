import type { Rule, Ruleset } from '../../engine/rule.ts'
import { type Cidr, cidrCovers, formatCidr } from '../../net/cidr.ts'
import type { ConfigNote } from '../config-report.ts'
import type { ClusterSettings } from '../dataplane.ts'
import type { AgentNode, NodeRound } from '../ip-masq-agent/agent-on-node.ts'
import type { EditorText } from '../ip-masq-agent/editor-text.ts'
import type { AgentFlags } from '../ip-masq-agent/flags.ts'
import { configNotes } from '../ip-masq-agent/notes.ts'
import type { Stage } from '../ip-masq-agent/stage.ts'

export interface Noted {
  readonly settings: ClusterSettings
  readonly now: Stage
  readonly node: AgentNode
  readonly config: EditorText
  readonly flags: AgentFlags
  /** Of the agent that reports; null where none runs. */
  readonly round: NodeRound | null
}

/** What nobody refuses and a reader should know, of the ConfigMap first. */
export function notesOf(noted: Noted): readonly ConfigNote[] {
  const { now, node, config, flags } = noted
  return [
    ...configNotes(config, flags),
    ...podRangeNotes(noted),
    ...now.agents.flatMap(({ deployed }): ConfigNote[] => {
      const line = deployed?.place.line ?? null
      return [
        ...(deployed?.onHost === false ? [note('agent-in-own-network', line)] : []),
        ...(deployed?.ignoresArguments ? [note('agent-ignores-arguments', line)] : []),
      ]
    }),
    ...chainNotes(node.rules),
  ]
}

const note = (
  code: string,
  line: number | null,
  params: ConfigNote['params'] = {},
): ConfigNote => ({ code, line, params })

function podRangeNotes({ settings, round }: Noted): readonly ConfigNote[] {
  if (!round || round.error !== null || round.state.config === null) return []
  const kept = round.state.config.ranges.map(({ network }) => network)
  const line = round.state.config.places.nonMasqueradeCIDRs?.line ?? null
  const lost = settings.podRanges.filter((range) => !isKept(range, kept))
  return lost.map((range) => note('pod-range-not-kept', line, { range: formatCidr(range) }))
}

const isKept = (range: Cidr, kept: readonly Cidr[]): boolean =>
  kept.some((network) => cidrCovers(network, range))

/** A source is kept only where every chain keeps it; the same chain may also be entered twice. */
function chainNotes({ nat4 }: Ruleset): readonly ConfigNote[] {
  const jumps = nat4.chains
    .filter(({ policy }) => policy !== null)
    .flatMap(({ rules }) => rules.flatMap(chainOf))
  const chains = [...new Set(jumps.map(({ chain }) => chain))]
  const notes = chains.length > 1 ? [note('two-chains', null, { chains: chains.join(', ') })] : []
  const counted = chains.map((chain) => {
    const count = jumps.filter((jump) => jump.chain === chain && jump.byAgent).length
    return { chain, count }
  })
  const several = counted.filter(({ count }) => count > 1)
  return [
    ...notes,
    ...several.map(({ chain, count }) =>
      note('jumps-of-several-releases', null, { chain, count: String(count) }),
    ),
  ]
}

const chainOf = ({ target, origin }: Rule) =>
  target?.kind === 'jump' ? [{ chain: target.chain, byAgent: origin?.code === 'agent-jump' }] : []
