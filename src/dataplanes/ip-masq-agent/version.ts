/** What differs between releases of the agent. Sources: its repository at the tags named. */
export interface AgentProfile {
  /** v2.10.0 to v2.12.1 put quotes into the comment of the POSTROUTING rule. */
  readonly quotesInJumpComment: boolean
  /** `--random-fully`: written since v2.10.0, an option since v2.11.0. */
  readonly randomFully: 'never' | 'always' | 'by-flag'
  /** `--to-ports`: since v2.12.0. */
  readonly toPorts: boolean
  /** Since v2.12.2 a duration is read and logged as metav1.Duration does it. */
  readonly metaDuration: boolean
}

/** The recorded one. */
export const RECORDED_VERSION = '2.10.0'

/** Of a release from v2.9.0 on, written `2.10.0`. */
export function agentProfile(version: string): AgentProfile {
  const since = (other: string): boolean => compareVersions(version, other) >= 0
  const always = since('2.10.0') ? 'always' : 'never'
  return {
    quotesInJumpComment: since('2.10.0') && !since('2.12.2'),
    randomFully: since('2.11.0') ? 'by-flag' : always,
    toPorts: since('2.12.0'),
    metaDuration: since('2.12.2'),
  }
}

function compareVersions(a: string, b: string): number {
  const [x, y] = [a, b].map((version) => version.split('.').map(Number))
  for (let at = 0; at < 3; at += 1) {
    const difference = (x?.[at] ?? 0) - (y?.[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
