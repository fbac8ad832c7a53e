import { invariant } from '../../net/invariant.ts'

/** A release of Calico, as a list to compare: `[3, 32, 1]`. */
export type CalicoVersion = readonly [number, number, number]

/** Of which the version tells: `v3.32.1`, `3.28.0-0.dev`, `release-v3.31`. Null: of none. */
export function parseVersion(text: string): CalicoVersion | null {
  const found = /(?:^|\bv|-v)(\d+)\.(\d+)(?:\.(\d+))?(?![\d.])/.exec(text)
  return found && [Number(found[1]), Number(found[2]), Number(found[3] ?? 0)]
}

/** The newest release that was read; the branch of v3.33 was read too. */
export const NEWEST = 'v3.32.1'

/** What differs between releases. */
export interface Profile {
  /** The entry stands behind all others of POSTROUTING, whatever `chainInsertMode` says. */
  readonly entryLast: boolean
  /**
   * Pools for load balancers alone are no destinations to be kept, and the set of those is called
   * `network-ip-pools` instead of `all-ipam-pools`.
   */
  readonly networkPools: boolean
  readonly exclusions: boolean
  /** The mark by which the eBPF program asks for NAT. */
  readonly natMark: { readonly value: number; readonly mask: number }
  /** Ports of UDP that go into a tunnel keep off the VXLAN port. */
  readonly sparesVxlanPort: boolean
  /** In eBPF mode no rules for tunnels. */
  readonly bpfTunnels: boolean
}

/**
 * Source: projectcalico/calico, tags v3.26.0 to v3.32.1 and the branch of v3.33 at 87c15906f2:
 * felix/dataplane/linux/int_dataplane.go, felix/rules/{nat,static,rule_defs}.go, felix/bpf/tc/defs/defs.go.
 */
export function profileOf(version: CalicoVersion): Profile {
  const v333 = reaches(version, [3, 33, 0])
  return {
    entryLast: reaches(version, [3, 28, 2]),
    networkPools:
      v333 ||
      (isOf(version, 3, 31) && reaches(version, [3, 31, 6])) ||
      (isOf(version, 3, 32) && reaches(version, [3, 32, 1])),
    exclusions: reaches(version, [3, 31, 0]),
    natMark: v333 ? { value: 0x1800000, mask: 0x1f00000 } : { value: 0x3800000, mask: 0x3f00000 },
    sparesVxlanPort: v333,
    bpfTunnels: !v333,
  }
}

export function newestVersion(): CalicoVersion {
  const version = parseVersion(NEWEST)
  invariant(version !== null, 'the newest release is a version')
  return version
}

const isOf = ([major, minor]: CalicoVersion, wanted: number, minorWanted: number): boolean =>
  major === wanted && minor === minorWanted

function reaches(version: CalicoVersion, least: CalicoVersion): boolean {
  for (const [at, part] of version.entries()) {
    const difference = part - (least[at] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return true
}
