import type { ClusterFacts, ClusterSettings, Installed, NodeInstalled } from '../dataplane.ts'
import type { Standing } from '../standing.ts'
import { readGkeVersion } from './gke-version.ts'
import { windowsNode } from './windows-node.ts'

/** What comes of a cluster whose nodes were all made under the same settings. */
export interface Outcome extends Standing, Omit<Installed, 'nodes'> {
  readonly assumptions: readonly string[]
}

/**
 * The cluster's own outcome, and on each node that of the settings which it was made under: another
 * `--disable-default-snat` takes effect as nodes are replaced. Source: Google Cloud, "IP masquerade
 * agent".
 */
export function onNodes(
  facts: ClusterFacts,
  outcomeOf: (settings: ClusterSettings) => Outcome,
): Installed {
  const { topology, settings } = facts
  const now = outcomeOf(settings)
  const { disableDefaultSnat } = settings
  const late = topology.nodes.filter(
    ({ name, os }) =>
      os === 'linux' &&
      (settings.bootedWith.get(name)?.disableDefaultSnat ?? disableDefaultSnat) !==
        disableDefaultSnat,
  )
  const before = late.length > 0 ? outcomeOf(otherwise(settings)) : now
  // An agent that someone has deployed decides alone, whatever the flag was.
  const waits = now.agent?.why !== 'manual' && before.agent?.why !== 'manual'
  const how = disableDefaultSnat ? 'with-default-snat' : 'without-default-snat'
  const nodes = topology.nodes.map((node): [string, NodeInstalled] => {
    if (node.os === 'windows') return [node.name, windowsNode(facts)]
    const isLate = late.includes(node)
    return [node.name, nodeOf(isLate ? before : now, isLate && waits ? [`made-${how}`] : [])]
  })
  const names = late.map(({ name }) => name).join(', ')
  const note = { code: `nodes-made-${how}`, line: null, params: { nodes: names } }
  const { agent, config, masqLinkLocalInText } = now
  return {
    nodes: new Map(nodes),
    agent,
    config: late.length > 0 && waits ? { ...config, notes: [...config.notes, note] } : config,
    masqLinkLocalInText,
  }
}

const otherwise = (settings: ClusterSettings): ClusterSettings => ({
  ...settings,
  disableDefaultSnat: !settings.disableDefaultSnat,
})

const nodeOf = (
  { rules, silence, writer, assumptions }: Outcome,
  more: readonly string[],
): NodeInstalled => ({
  rules,
  silence,
  writer,
  assumptions: [...assumptions, ...more],
  printouts: [],
})

/** What has to be supposed of a cluster whatever its manifests are. */
export function clusterAssumptions(settings: ClusterSettings): readonly string[] {
  const { networkPolicy, dataplaneV2, gkeVersion } = settings
  return [
    ...(readGkeVersion(gkeVersion).readable ? [] : ['gke-version-unreadable']),
    ...(dataplaneV2 ? ['dataplane-v2-same-rules'] : []),
    ...(networkPolicy && !dataplaneV2 ? ['calico-leaves-nat-alone'] : []),
  ]
}
