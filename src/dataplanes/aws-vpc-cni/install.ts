import { formatCidr } from '../../net/cidr.ts'
import type { ClusterView } from '../../topology/cluster-view.ts'
import type { ConfigNote, ConfigReport } from '../config-report.ts'
import type { AppliedTexts, ClusterFacts, Installed, NodeInstalled } from '../dataplane.ts'
import { namedAfterPods } from '../host-device.ts'
import { NO_RULES, writeRules } from '../write-rules.ts'
import type { AwsAssumption } from './codes.ts'
import { type DaemonSetStream, readDaemonSet } from './daemon-set.ts'
import { type ReadEnvironment, readEnvironment } from './environment.ts'
import { snatRules } from './rules.ts'
import type { SnatSettings } from './snat-settings.ts'

/** The CNI on every node of a cluster; a DaemonSet that is refused leaves the one before it in force. */
export function installAws({ topology }: ClusterFacts, texts: AppliedTexts | null): Installed {
  const now = texts && readDaemonSet(texts.text)
  const before = texts?.inForce ? readDaemonSet(texts.inForce) : null
  const kept = now?.refused && !now.variables ? (before?.variables ?? null) : null
  const { settings, notes } = kept
    ? withoutPlaces(readEnvironment(kept))
    : readEnvironment(now?.variables ?? [])
  return {
    nodes: new Map(topology.nodes.map((node) => [node.name, onNode(topology, node, settings)])),
    agent: null,
    config: report(now, { settings, notes }),
    masqLinkLocalInText: null,
  }
}

/** The same, whose places belong to a text that is no longer there. */
const withoutPlaces = ({ settings, notes }: ReadEnvironment): ReadEnvironment => ({
  settings: {
    ...settings,
    excluded: settings.excluded.map(({ range }) => ({ range, place: null })),
  },
  notes: notes.map((note) => ({ ...note, line: null })),
})

/** An IPv6 cluster has no SNAT at all, and a node of one has no IPv4 address to give. */
function onNode(
  topology: ClusterView,
  { name, address }: ClusterView['nodes'][number],
  settings: SnatSettings,
): NodeInstalled {
  const rules =
    address.family === 4
      ? writeRules(NO_RULES, { nat4: snatRules(vpcRanges(topology), address, settings) })
      : NO_RULES
  const assumptions: readonly AwsAssumption[] = settings.external ? [] : ['aws-vpc-ranges']
  const pods = topology.pods.filter(({ node }) => node === name)
  return {
    rules,
    silence: 'no-rule',
    writer: 'aws-node',
    assumptions,
    printouts: [],
    network: namedAfterPods(settings.vethPrefix, pods),
  }
}

/** Each of the VPC's CIDR blocks, IPv4 only. */
const vpcRanges = ({ vpc }: ClusterView) =>
  vpc.subnets
    .flatMap(({ range, secondary }) => [range, ...secondary.map((entry) => entry.range)])
    .filter(({ base }) => base.family === 4)

function report(
  stream: DaemonSetStream | null,
  { settings, notes }: ReadEnvironment,
): ConfigReport {
  const { refused, misnamed, variables } = stream ?? {
    refused: null,
    misnamed: null,
    variables: null,
  }
  const all: readonly ConfigNote[] = misnamed
    ? [...notes, { code: 'aws-wrong-name', line: misnamed.line, params: { found: misnamed.found } }]
    : notes
  const read = variables ? 'accepted' : 'absent'
  return {
    state: refused ? 'refused' : read,
    error: refused && { by: 'kubectl', ...refused },
    using: null,
    ranges: settings.excluded.map(({ range, place }) => ({
      cidr: formatCidr(range),
      line: place?.line ?? null,
    })),
    rangesAreDefaults: settings.excluded.length === 0,
    masqLinkLocal: true,
    notes: all.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  }
}
