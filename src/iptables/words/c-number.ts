/** A number at the beginning of a text, as strtoul with base 0 finds it, and what follows it. */
export interface Leading {
  readonly value: number
  readonly rest: string
}

/** isspace() of the C locale. */
export const SPACE = /[ \t\n\v\f\r]/

const NUMBER = /^[ \t\n\v\f\r]*\+?(?:0[xX]([0-9a-fA-F]+)|0([0-7]*)|([1-9]\d*))/

/**
 * Decimal, 0x hexadecimal or 0 octal; leading spaces and a plus are allowed, a minus is not. Null
 * where there is no number or it lies outside of `min` to `max`.
 * Source: xtables_strtoul of iptables 1.8.9.
 */
export function leadingUnsigned(text: string, max: number, min = 0): Leading | null {
  const found = NUMBER.exec(text)
  if (!found) return null
  const [all, hex, octal, decimal] = found
  let value: number
  if (hex !== undefined) value = Number.parseInt(hex, 16)
  else if (octal !== undefined) value = octal === '' ? 0 : Number.parseInt(octal, 8)
  else value = Number(decimal)
  return value >= min && value <= max ? { value, rest: text.slice(all.length) } : null
}

/** The same, where nothing may follow the number. */
export function wholeUnsigned(text: string, max: number, min = 0): number | null {
  const found = leadingUnsigned(text, max, min)
  return found !== null && found.rest === '' ? found.value : null
}

export const MAX_U32 = 0xffffffff
