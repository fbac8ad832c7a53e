import type { PortRange } from '../../engine/rule.ts'
import type { Place } from '../../golang/line-table.ts'
import type { Address } from '../../net/address.ts'
import type { Cidr } from '../../net/cidr.ts'

/** What a `FelixConfiguration` says of NAT; each field absent where it does not. */
export interface FelixConfig {
  readonly natOutgoingAddress?: Placed<Address>
  readonly natPortRange?: Placed<PortRange>
  readonly natOutgoingExclusions?: Placed<Exclusions>
  readonly iptablesNATOutgoingInterfaceFilter?: Placed<string>
  readonly chainInsertMode?: Placed<InsertMode>
  readonly bpfEnabled?: Placed<boolean>
  readonly nftablesMode?: Placed<string>
  readonly externalNodesList?: Placed<readonly Cidr[]>
  readonly ipipEnabled?: Placed<boolean>
  readonly vxlanEnabled?: Placed<boolean>
  readonly vxlanPort?: Placed<number>
}

export const EXCLUSIONS = ['IPPoolsOnly', 'IPPoolsAndHostIPs'] as const
export type Exclusions = (typeof EXCLUSIONS)[number]

export const INSERT_MODES = ['insert', 'append'] as const
export type InsertMode = (typeof INSERT_MODES)[number]

export interface Placed<T> {
  readonly value: T
  /** In the stream's text. */
  readonly place: Place
}
