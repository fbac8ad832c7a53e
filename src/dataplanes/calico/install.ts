import { formatCidr } from '../../net/cidr.ts'
import type { Node } from '../../topology/cluster.ts'
import type { ClusterView } from '../../topology/cluster-view.ts'
import type { ConfigReport } from '../config-report.ts'
import type { AppliedTexts, ClusterFacts, Installed, NodeInstalled } from '../dataplane.ts'
import { namedAfterPods } from '../host-device.ts'
import { NO_RULES, writeRules } from '../write-rules.ts'
import type { CalicoCluster } from './cluster-config.ts'
import type { CalicoAssumption } from './codes.ts'
import { defaultPools } from './default-pools.ts'
import { ipSets, isDestination } from './ip-sets.ts'
import { natChains } from './nat-chains.ts'
import { type NodeCalico, nodeCalico } from './node-calico.ts'
import { calicoNotes } from './notes.ts'
import { printouts } from './printouts.ts'
import { readStream } from './read-stream.ts'
import { profileOf } from './version.ts'

/** What Felix writes on every node, from the manifests that Calico took. */
export function installCalico(facts: ClusterFacts, manifests: AppliedTexts | null): Installed {
  const { topology, settings } = facts
  const stream = readStream(manifests?.text ?? '', manifests?.inForce ?? null)
  const madeByDefault = stream.cluster.pools.length === 0
  const pools = madeByDefault ? defaultPools(settings.podRanges) : stream.cluster.pools
  const cluster = { ...stream.cluster, pools }
  const answer = stream.error === null ? 'accepted' : 'refused'
  const notes = calicoNotes(cluster, topology, madeByDefault && manifests !== null)
  const config: ConfigReport = {
    state: manifests === null ? 'absent' : answer,
    error: stream.error,
    using: null,
    ranges: keptRanges(cluster),
    rangesAreDefaults: madeByDefault,
    masqLinkLocal: pools.some(({ natOutgoing }) => natOutgoing),
    notes: [...stream.notes, ...notes],
  }
  const nodes = topology.nodes.map((node): [string, NodeInstalled] => [
    node.name,
    node.os === 'linux' ? onLinux(node, cluster, topology) : ON_WINDOWS,
  ])
  return { nodes: new Map(nodes), agent: null, config, masqLinkLocalInText: null }
}

const keptRanges = ({ pools, version }: CalicoCluster): ConfigReport['ranges'] =>
  pools
    .filter((pool) => isDestination({ profile: profileOf(version) }, pool))
    .map(({ cidr, places }) => ({ cidr: formatCidr(cidr), line: places.cidr?.line ?? null }))

function onLinux(node: Node, cluster: CalicoCluster, { nodes, pods }: ClusterView): NodeInstalled {
  const calico = nodeCalico(cluster, node.name)
  const six = cluster.pools.some(({ cidr }) => cidr.base.family === 6)
  const rules = writeRules(NO_RULES, {
    nat4: natChains(calico, 4),
    ...(six ? { nat6: natChains(calico, 6) } : {}),
    sets: [...ipSets(calico, 4, nodes), ...(six ? ipSets(calico, 6, nodes) : [])],
  })
  return {
    rules,
    silence: 'no-rule',
    insertsFirst: insertsFirst(calico),
    writer: calico.bpf ? 'felix-bpf' : 'felix',
    assumptions: assumptionsOf(calico, six),
    printouts: printouts(cluster.pools),
    network: namedAfterPods(
      'cali',
      pods.filter((pod) => pod.node === node.name),
    ),
  }
}

/** From v3.28.2 on only eBPF mode still does so after routing, where kube-proxy is not supposed to run. */
const insertsFirst = ({ bpf, profile, felix }: NodeCalico): boolean =>
  !bpf && !profile.entryLast && felix.chainInsertMode?.value !== 'append'

/** Felix gives Windows' own networking other exceptions, which are not modelled. */
const ON_WINDOWS: NodeInstalled = {
  rules: NO_RULES,
  silence: 'nothing-written',
  writer: 'nobody',
  assumptions: ['windows-not-modelled'] satisfies readonly CalicoAssumption[],
  printouts: [],
}

function assumptionsOf(calico: NodeCalico, six: boolean): readonly CalicoAssumption[] {
  const { bpf, felix, tunnels } = calico
  const encapsulates = tunnels.ipipEnabled || tunnels.vxlanEnabled
  return [
    ...(encapsulates ? (['tunnel-not-drawn'] as const) : []),
    ...(bpf ? (['bpf-program-as-rule'] as const) : []),
    ...(felix.nftablesMode?.value === 'Enabled' ? (['nftables-as-iptables'] as const) : []),
    ...(six && felix.natOutgoingAddress ? (['nat-address-not-for-ipv6'] as const) : []),
  ]
}
