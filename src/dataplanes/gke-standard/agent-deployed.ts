import { type Cidr, cidrCovers, parseCidr } from '../../net/cidr.ts'
import { invariant } from '../../net/invariant.ts'
import type { ClusterSettings } from '../dataplane.ts'

export type DeployedBecause =
  | 'auto-pod-range-outside-10'
  | 'auto-network-policy'
  | 'manual'
  | 'absent-flag'
  | 'absent-not-needed'

const ten = parseCidr('10.0.0.0/8')
invariant(ten.ok, '10.0.0.0/8 is a range')
const TEN: Cidr = ten.value

/**
 * Whether the ip-masq-agent DaemonSet runs. GKE deploys it by itself where default SNAT is not
 * disabled and either the Pod range is not inside 10.0.0.0/8, or network policy is on without
 * Dataplane V2. Source: Google Cloud, "IP masquerade agent", automatic deployment.
 */
export function agentDeployed(settings: ClusterSettings): {
  readonly runs: boolean
  readonly why: DeployedBecause
} {
  if (settings.ipMasqAgent === 'manual') return { runs: true, why: 'manual' }
  if (settings.disableDefaultSnat) return { runs: false, why: 'absent-flag' }
  const outside = settings.podRanges.some(
    (range) => range.base.family === 4 && !cidrCovers(TEN, range),
  )
  if (outside) return { runs: true, why: 'auto-pod-range-outside-10' }
  if (settings.networkPolicy && !settings.dataplaneV2) {
    return { runs: true, why: 'auto-network-policy' }
  }
  return { runs: false, why: 'absent-not-needed' }
}
