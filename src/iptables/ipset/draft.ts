import type { IpSet, IpSetEntry, SetType } from '../../engine/rule.ts'
import type { Family } from '../../net/address.ts'
import { ntop } from '../words/format-address.ts'

/** A set while commands fill it. */
export interface SetDraft {
  readonly name: string
  readonly type: SetType
  readonly family: Family
  readonly options: readonly string[]
  readonly maxElements: number
  readonly entries: Map<string, IpSetEntry>
  /** What the kernel counts: an element for each address of a network, for each port of a range. */
  size: number
}

export const SET_TYPES: readonly SetType[] = [
  'hash:net',
  'hash:ip',
  'hash:net,port',
  'hash:ip,port',
]

export const hasNetworks = (type: SetType): boolean => type.startsWith('hash:net')
export const hasPort = (type: SetType): boolean => type.endsWith(',port')

/** What makes two entries one. */
export function keyOf({ address, prefix, port }: IpSetEntry): string {
  const tail = port ? `,${port.protocol}:${port.lo}-${port.hi}` : ''
  return `${ntop(address)}/${prefix}${tail}`
}

/** What the kernel says of the one address that a set of single addresses cannot hold. */
export function nullReproach({ address }: IpSetEntry, { type }: SetDraft): string | null {
  if (hasNetworks(type) || address.words.some((word) => word !== 0)) return null
  return type === 'hash:ip'
    ? 'Null-valued element, cannot be stored in a hash type of set'
    : 'Kernel error received: Invalid argument'
}

/** Options that may differ where a set that is there already is created once more. */
const INCIDENTAL = /^(hashsize|maxelem|bucketsize|initval|forceadd)\b/

/** Whether one may stand for the other. Source: Linux ip_set_hash_gen.h `same_set`. */
export function sameShape(a: SetDraft, b: SetDraft): boolean {
  const lasting = ({ options }: SetDraft): string =>
    options
      .filter((option) => !INCIDENTAL.test(option))
      .sort()
      .join()
  return a.type === b.type && a.maxElements === b.maxElements && lasting(a) === lasting(b)
}

export function sizeOf({ address, prefix, port }: IpSetEntry, { type }: SetDraft): number {
  const addresses = hasNetworks(type) ? 1 : 2 ** (32 * address.words.length - prefix)
  return addresses * (port ? port.hi - port.lo + 1 : 1)
}

export const setOf = ({ name, type, family, options, entries }: SetDraft): IpSet => ({
  name,
  type,
  family,
  options,
  entries: [...entries.values()],
})
