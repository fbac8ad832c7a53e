import { natTable } from '../../engine/nat-table.ts'
import type { Match, Rule } from '../../engine/rule.ts'
import type { Family } from '../../net/address.ts'
import { type Cidr, cidrOf } from '../../net/cidr.ts'
import type { ClusterView } from '../../topology/cluster-view.ts'
import type { ClusterFacts, NodeInstalled } from '../dataplane.ts'
import { NO_RULES } from '../write-rules.ts'
import { destinationOf } from './destination.ts'

/**
 * A Windows node has no iptables; these rules stand for its host network policy. No agent runs there,
 * and nothing is configurable. Source: Google Cloud, "IP masquerade agent": its newer text says that
 * everything leaving the cluster goes as the node, its older one that nothing is masqueraded.
 */
export function windowsNode({ topology, settings }: ClusterFacts): NodeInstalled {
  const common = { silence: 'no-rule', printouts: [] } as const
  if (settings.windowsNodes === 'not-masqueraded') {
    return { ...common, rules: NO_RULES, writer: 'nobody', assumptions: ['windows-older-page'] }
  }
  const nat4 = natTable(4, { POSTROUTING: policyOf(topology, 4) }, [])
  return {
    ...common,
    rules: { ...NO_RULES, nat4 },
    writer: 'windows',
    assumptions: ['windows-policy-as-rules'],
  }
}

function policyOf({ cluster, nodes }: ClusterView, family: Family): readonly Rule[] {
  const own: readonly Cidr[] = [
    ...cluster.podRanges,
    ...nodes.map(({ address }) => cidrOf(address, address.family === 4 ? 32 : 128)),
  ]
  const kept = own
    .filter(({ base }) => base.family === family)
    .map(
      (range, i): Rule => ({
        id: `windows/keep-${i + 1}`,
        base: destinationOf(range),
        matches: [COMMENT],
        target: { kind: 'return' },
        origin: { code: 'windows-cluster' },
      }),
    )
  return [
    ...kept,
    {
      id: 'windows/masquerade',
      base: {},
      matches: [COMMENT],
      target: { kind: 'masquerade', random: false, fullyRandom: false },
      origin: { code: 'windows-outbound' },
    },
  ]
}

const COMMENT: Match = {
  kind: 'comment',
  text: 'Windows: stands for the OutBoundNAT policy of HNS',
}
