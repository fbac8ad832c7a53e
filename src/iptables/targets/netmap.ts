import type { Target } from '../../engine/rule.ts'
import { addressFromBytes, type Family } from '../../net/address.ts'
import { err, ok, type Result } from '../../net/result.ts'
import { type CheckedOption, recordOf } from '../checked-options.ts'
import { type Complaint, complaint } from '../issue.ts'
import type { OptionUse, RuleModule, RuleSoFar, TargetText } from '../module.ts'
import { inetAton, inetPton } from '../words/c-address.ts'
import { wholeUnsigned } from '../words/c-number.ts'
import { ntop } from '../words/format-address.ts'
import { masked, prefixMask, prefixOf } from '../words/mask.ts'

type Netmap = Extract<Target, { kind: 'netmap' }>

/** `-j NETMAP --to`. Source: iptables 1.8.9, measured. */
export const netmap: TargetText<Netmap> = {
  name: () => 'NETMAP',
  save: (target) => ` --to ${range(target)}`,
  list: (target) => ` to:${range(target)}`,
}

export const netmapModules = (): readonly RuleModule<Target>[] => [
  { name: 'NETMAP', options: options(), open },
]

function options(): readonly CheckedOption[] {
  return [{ name: 'to', takes: 'value', mandatory: true }]
}

function open() {
  const record = recordOf('NETMAP', options())
  let read: Netmap | null = null

  function take(call: OptionUse, { family }: RuleSoFar): Complaint | null {
    const trouble = record.note(call)
    if (trouble) return trouble
    const parsed = parseTo(call.value, family)
    if (!parsed.ok) return parsed.error
    read = parsed.value
    return null
  }

  return { take, check: record.check, build: () => ok(read) }
}

function parseTo(text: string, family: Family): Result<Netmap, Complaint> {
  const slash = text.indexOf('/')
  const host = slash < 0 ? text : text.slice(0, slash)
  const address = family === 4 ? inetAton(host) : inetPton(host, 6)
  if (!address) {
    const isOther = inetPton(host, family === 4 ? 6 : 4) !== null
    const why = isOther ? 'Address family for hostname not supported' : 'Name or service not known'
    return err(complaint('bad-address', `getaddrinfo: ${why}`))
  }
  const mask = slash < 0 ? prefixMask(128, family) : parseMask(text.slice(slash + 1), family)
  if (!mask) {
    const most = family === 4 ? 32 : 128
    const want = `neither a valid network mask nor valid CIDR (0-${most}).`
    return err(complaint('bad-address', `NETMAP: bad value for option "--to", ${want}`))
  }
  return ok({ kind: 'netmap', address: masked(address, mask), mask })
}

/** A dotted mask with a zero before a one is taken for one without zeros. */
function parseMask(text: string, family: Family): readonly number[] | null {
  const bits = wholeUnsigned(text, family === 4 ? 32 : 128)
  if (bits !== null) return prefixMask(bits, family)
  const mask = family === 4 ? inetAton(text) : inetPton(text, 6)
  return mask && prefixMask(prefixOf(mask.words) ?? 128, family)
}

function range({ address, mask }: Netmap): string {
  const prefix = prefixOf(mask)
  if (prefix !== null) return `${ntop(address)}/${prefix}`
  const bytes = mask.flatMap((word) => [
    word >>> 24,
    (word >>> 16) & 255,
    (word >>> 8) & 255,
    word & 255,
  ])
  return `${ntop(address)}/${ntop(addressFromBytes(bytes))}`
}
