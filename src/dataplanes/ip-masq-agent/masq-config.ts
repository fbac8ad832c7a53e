import type { Place } from '../../golang/line-table.ts'
import type { Cidr } from '../../net/cidr.ts'
import type { AgentProfile } from './version.ts'

/** What the agent works with, and where each part of it is written. */
export interface MasqConfig {
  /** `nonMasqueradeCIDRs` in order; null and empty lists are the same to the rules. */
  readonly ranges: readonly KeptRange[]
  /** The list is the built-in one, because the file does not mention it. */
  readonly rangesAreDefaults: boolean
  readonly cidrLimit: bigint
  readonly masqLinkLocal: boolean
  readonly masqLinkLocalIpv6: boolean
  readonly resyncNanoseconds: bigint
  /** Of each key that says something; null where the default holds. */
  readonly places: Readonly<Record<ConfigKey, Place | null>>
}

export interface KeptRange {
  readonly text: string
  readonly network: Cidr
  /** To Go an IPv4 address in IPv6 form is IPv4. */
  readonly family: 4 | 6
  /** Null for a default. */
  readonly place: Place | null
}

const CONFIG_KEYS = [
  'nonMasqueradeCIDRs',
  'cidrLimit',
  'masqLinkLocal',
  'masqLinkLocalIPv6',
  'resyncInterval',
] as const
export type ConfigKey = (typeof CONFIG_KEYS)[number]

/** Those that a release has, in the order in which it logs them. */
export const configKeys = ({ cidrLimit, ipv6 }: AgentProfile): readonly ConfigKey[] =>
  CONFIG_KEYS.filter(
    (key) => (key !== 'cidrLimit' || cidrLimit) && (key !== 'masqLinkLocalIPv6' || ipv6),
  )

/** What a release calls a key in its file. */
export const nameOfKey = (key: ConfigKey, { linkLocalKey }: AgentProfile): string =>
  key === 'masqLinkLocal' ? linkLocalKey : key
