import type { ClusterCheck } from '../../scenario/probe/cluster-checks.ts'
import type { Shell } from '../../scenario/probe/printed.ts'

/** What is said around the tools; what they print is theirs. */
export interface ProbeWords {
  readonly probe: string
  readonly probeHint: string
  readonly title: string
  /** While one picks on the map. */
  readonly pick: string
  readonly putAt: string
  /** Where the packet is on show. */
  readonly putHere: string
  readonly put: (where: string) => string
  /** Along the path of the packet, as it goes out. */
  readonly onWay: string
  readonly places: string
  readonly lines: string
  readonly chains: string
  readonly takeAway: (where: string) => string
  readonly takeAllAway: string
  readonly stopPicking: string
  readonly fold: string
  readonly unfold: string
  readonly tools: (where: string) => string
  readonly prints: (command: string) => string
  /** Under tcpdump, before any packet has come. */
  readonly listening: string
  /** No such place, or no packet is sent. */
  readonly nothingHere: string
  /** Nobody can type anything there. */
  readonly nobody: string
  readonly afterOthers: string
  readonly copy: string
  /** The same, as it is heard: it begins with what is seen. */
  readonly copyWhat: (command: string) => string
  readonly copied: string
  readonly notCopied: string
  readonly check: string
  readonly checks: {
    readonly about: string
    readonly none: string
    /** How what is printed differs in a real run. */
    readonly reading: readonly string[]
    readonly codes: Readonly<Record<ClusterCheck['code'], string>>
    readonly on: Readonly<Record<Shell['kind'], (name: string) => string>>
    readonly nothing: string
    readonly copyAs: (format: string) => string
    readonly plainText: string
    readonly close: string
  }
}
