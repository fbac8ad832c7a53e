/** What differs between releases of the agent. Source: its repository at the tags, v1.0.0 to v2.12.6. */
export interface AgentProfile {
  /** Flags of its own; null: it parses none, and whatever it is given means nothing to it (to v2.0.1). */
  readonly flags: ReadonlySet<string> | null
  /** Flags of its logging library: glog, and klog since v2.12.0. */
  readonly logFlags: ReadonlySet<string>
  /** To v2.0.0 every rule of the chain looks at `--dst-type LOCAL`, in other words. */
  readonly oldRules: boolean
  /** v2.10.0 to v2.12.1 put quotes into the comment of the POSTROUTING rule. */
  readonly quotesInJumpComment: boolean
  /** `--random-fully`: written since v2.10.0, an option since v2.11.0. */
  readonly randomFully: 'never' | 'always' | 'by-flag'
  /** `--to-ports`: since v2.12.0. */
  readonly toPorts: boolean
  /** Since v2.12.2 a duration is read and logged as metav1.Duration does it. */
  readonly metaDuration: boolean
  /** v1.0.0 has a key `linkLocal`, which keeps the source where it is true. */
  readonly linkLocalKey: 'linkLocal' | 'masqLinkLocal'
  /** IPv6 rules and `masqLinkLocalIPv6`: since v2.5.0. */
  readonly ipv6: boolean
  /** The key `cidrLimit`: since v2.9.0. */
  readonly cidrLimit: boolean
  /** Up to v2.4.0 an entry of the list has to match this pattern first. */
  readonly cidrPattern: boolean
  /** 198.51.100.0/24 is among the reserved ranges since v2.4.1. */
  readonly testNet2: boolean
}

/** The recorded one. */
export const RECORDED_VERSION = '2.10.0'

/** The newest whose source was read. */
export const NEWEST_VERSION = '2.12.6'

/** Of a release from v1.0.0 on, written `2.10.0`. */
export function agentProfile(version: string): AgentProfile {
  const since = (other: string): boolean => compareVersions(version, other) >= 0
  const always = since('2.10.0') ? 'always' : 'never'
  return {
    flags: since('2.1.0')
      ? new Set(FLAGS.flatMap(([name, first]) => (since(first) ? [name] : [])))
      : null,
    logFlags: new Set(since('2.12.0') ? [...GLOG_FLAGS, ...KLOG_FLAGS] : GLOG_FLAGS),
    oldRules: !since('2.0.1'),
    quotesInJumpComment: since('2.10.0') && !since('2.12.2'),
    randomFully: since('2.11.0') ? 'by-flag' : always,
    toPorts: since('2.12.0'),
    metaDuration: since('2.12.2'),
    linkLocalKey: since('2.0.0') ? 'masqLinkLocal' : 'linkLocal',
    ipv6: since('2.5.0'),
    cidrLimit: since('2.9.0'),
    cidrPattern: !since('2.4.1'),
    testNet2: since('2.4.1'),
  }
}

/** Each flag with the release that it came with. */
const FLAGS = [
  ['masq-chain', '2.1.0'],
  ['nomasq-all-reserved-ranges', '2.3.0'],
  ['enable-ipv6', '2.5.0'],
  ['random-fully', '2.11.0'],
  ['to-ports', '2.12.0'],
] as const

const GLOG_FLAGS = [
  'alsologtostderr',
  'log_backtrace_at',
  'log_dir',
  'logtostderr',
  'stderrthreshold',
  'v',
  'vmodule',
]
const KLOG_FLAGS = [
  'add_dir_header',
  'log_file',
  'log_file_max_size',
  'one_output',
  'skip_headers',
  'skip_log_headers',
]

/** Negative where `a` is the older one; digits between dots, and a missing one is 0. */
export function compareVersions(a: string, b: string): number {
  const [x, y] = [a, b].map((version) => version.split('.').map(Number))
  for (let at = 0; at < Math.max(x?.length ?? 0, y?.length ?? 0); at += 1) {
    const difference = (x?.[at] ?? 0) - (y?.[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
