import type { Place } from '../../golang/line-table.ts'
import { type Cidr, cidrCovers } from '../../net/cidr.ts'

export const POOL_USES = ['Workload', 'Tunnel', 'LoadBalancer'] as const
export type PoolUse = (typeof POOL_USES)[number]

export const ENCAPSULATIONS = ['Never', 'Always', 'CrossSubnet'] as const
export type Encapsulation = (typeof ENCAPSULATIONS)[number]

/** An `IPPool` as it is in the cluster. */
export interface IpPool {
  readonly name: string
  readonly cidr: Cidr
  readonly natOutgoing: boolean
  readonly disabled: boolean
  readonly ipipMode: Encapsulation
  readonly vxlanMode: Encapsulation
  readonly allowedUses: readonly PoolUse[]
  readonly blockSize: number
  readonly disableBgpExport: boolean
  /** Which nodes take addresses of it, as written; where nothing is, `all()`. */
  readonly nodeSelector: string
  /** Of its `cidr`, its `natOutgoing` and its `disabled`; null where they are not written. */
  readonly places: {
    readonly cidr: Place | null
    readonly natOutgoing: Place | null
    readonly disabled: Place | null
  }
}

export const overlap = (a: Cidr, b: Cidr): boolean => cidrCovers(a, b) || cidrCovers(b, a)

/** It holds no address of a Pod or a tunnel. Source: felix/dataplane/linux/masq_mgr.go, isLoadBalancerOnly. */
export const onlyForLoadBalancers = ({ allowedUses }: IpPool): boolean =>
  allowedUses.length === 1 && allowedUses[0] === 'LoadBalancer'
