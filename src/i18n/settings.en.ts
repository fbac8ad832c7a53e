/** The words around a dataplane's own settings, its chooser, its nodes and its printouts. */
export const settingsEn = {
  title: 'Settings',
  /** In the title, of a text that is not in the cluster. */
  draft: 'of the draft',
  showLine: (line: number, label: string) => `${label}: show line ${line} in the editor`,
  absent: 'not set',
  ofCluster: 'cluster',
  unreadable: 'The text cannot be read here, so it is left as it is.',
  noPlace: 'The text has no place for this, so it was left as it is.',
  onePerLine: 'One on each line. Leaving the field writes it.',
  empty: 'none',
  notANumber: 'This is not a number.',
  dataplane: 'Dataplane',
  chooseDataplane: 'Which system decides on the nodes',
  typedStays: 'What you typed stays in the text: each system reads its own kinds.',
  status: {
    draft: 'Not applied: a draft, of which the cluster knows nothing.',
    absent: 'No manifest is applied: the defaults hold.',
    accepted: 'The manifests are accepted.',
    refused: 'Something in the text is refused: for that, what held before still holds.',
    unread: 'Nothing in the cluster reads this text.',
  },
  manifests: 'Manifests as YAML',
  /** A switch: are they in the cluster? */
  applied: 'Manifests applied',
  apply: 'Apply the manifests',
  remove: 'Remove the manifests',
  onNode: 'Printed on the node',
  node: 'Node',
  followsPacket: (node: string) => `${node}, where the packet is`,
  rulesOf: (node: string) => `${node}: rules as they stand`,
  writtenBy: (writer: string) => `written by ${writer}`,
  programTitle: (node: string, program: string) => `${node} · tc egress · ${program}`,
  cluster: 'Cluster',
  manual: 'Rules typed on a node',
  manualField: (node: string) => `Rules typed on ${node}`,
  manualHint:
    '`iptables` commands as typed on the node, or its `iptables-save` text. Gone when the node is recreated.',
  more: 'More about the packet',

  protocolNumber: 'Protocol number',
  icmpType: 'ICMP type',
  sourceAddress: 'Bound source address',
  existing: 'The flow began before the last change',
  automatic: 'automatic',
}

export type SettingsText = typeof settingsEn
