import { err, ok, type Result } from '../../net/result.ts'
import { type Complaint, complaint } from '../issue.ts'
import { leadingUnsigned, MAX_U32, wholeUnsigned } from './c-number.ts'

export interface Mark {
  readonly value: number
  readonly mask: number
}

/** `value[/mask]`. Source: xtables_parse_mark_mask of iptables 1.8.9. */
export function parseMark(text: string, module: string, option: string): Result<Mark, Complaint> {
  const bad = `${module}: bad integer value for option "--${option}", or out of range.`
  const garbage = `${module}: trailing garbage after value for option "--${option}".`
  const value = leadingUnsigned(text, MAX_U32)
  if (value === null) return err(complaint('bad-value', bad))
  if (value.rest === '') return ok({ value: value.value, mask: MAX_U32 })
  if (!value.rest.startsWith('/')) return err(complaint('bad-value', garbage))
  const mask = leadingUnsigned(value.rest.slice(1), MAX_U32)
  if (mask === null) return err(complaint('bad-value', bad))
  if (mask.rest !== '') return err(complaint('bad-value', garbage))
  return ok({ value: value.value, mask: mask.value })
}

/** A plain 32-bit number. Source: xtopt_parse_int of iptables 1.8.9. */
export function parseU32(
  text: string,
  module: string,
  option: string,
  min = 0,
): Result<number, Complaint> {
  const value = wholeUnsigned(text, MAX_U32, min)
  const message = `${module}: bad value for option "--${option}", or out of range (${min}-${MAX_U32}).`
  return value === null ? err(complaint('bad-value', message)) : ok(value)
}

export const hex = (value: number): string => `0x${value.toString(16)}`

/** ` 0x1` or ` 0x1/0xff`. */
export const formatMark = ({ value, mask }: Mark): string =>
  mask === MAX_U32 ? hex(value) : `${hex(value)}/${hex(mask)}`
