import { err, ok, type Result } from '../net/result.ts'

/** Nanoseconds. The units of a Go duration; both letters that look like a Greek mu are known. */
const UNITS = new Map([
  ['ns', 1n],
  ['us', 1_000n],
  ['\u00b5s', 1_000n],
  ['\u03bcs', 1_000n],
  ['ms', 1_000_000n],
  ['s', 1_000_000_000n],
  ['m', 60_000_000_000n],
  ['h', 3_600_000_000_000n],
])
const LIMIT = 2n ** 63n

/**
 * Text such as `1h30m` to nanoseconds; the error is Go's.
 * Source: Go 1.19, time/format.go, ParseDuration.
 */
export function parseDuration(text: string): Result<bigint, string> {
  const negative = text.startsWith('-')
  const invalid = err(`time: invalid duration ${quoteTime(text)}`)
  let rest = text.replace(/^[-+]/, '')
  if (rest === '0') return ok(0n)
  if (rest === '') return invalid
  let sum = 0n
  while (rest !== '') {
    const part = PART.exec(rest)
    const size = part === null ? null : sizeOf(part, text)
    if (size === null) return invalid
    if (!size.ok) return size
    sum += size.value
    if (sum > LIMIT) return invalid
    rest = rest.slice(part?.[0].length)
  }
  if (!negative && sum === LIMIT) return invalid
  return ok(negative ? -sum : sum)
}

/** Whole part, fraction, unit. */
const PART = /^(\d*)(?:\.(\d*))?([^.0-9]*)/

/** Null: no number, or one that is too large. */
function sizeOf(
  [, whole = '', fraction = '', name = '']: RegExpExecArray,
  text: string,
): Result<bigint, string> | null {
  if ((whole === '' && fraction === '') || BigInt(whole || 0) > LIMIT) return null
  if (name === '') return err(`time: missing unit in duration ${quoteTime(text)}`)
  const unit = UNITS.get(name)
  if (unit === undefined) {
    return err(`time: unknown unit ${quoteTime(name)} in duration ${quoteTime(text)}`)
  }
  return ok(BigInt(whole || 0) * unit + fractionOf(fraction, unit))
}

/** Digits that do not fit 63 bits are dropped; the product is a float64, cut off. */
function fractionOf(digits: string, unit: bigint): bigint {
  let kept = 0n
  let scale = 1
  for (const digit of digits) {
    const next = kept * 10n + BigInt(digit)
    if (next > LIMIT) break
    kept = next
    scale *= 10
  }
  return BigInt(Math.trunc(Number(kept) * (Number(unit) / scale)))
}

/** In quotes, everything beyond printable ASCII as the bytes of its UTF-8 form. */
function quoteTime(text: string): string {
  const escaped = [...text].map((character) => {
    if (character === '"' || character === '\\') return `\\${character}`
    if (character >= ' ' && character < '\x80') return character
    return utf8(character)
      .map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`)
      .join('')
  })
  return `"${escaped.join('')}"`
}

function utf8(character: string): number[] {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return [code]
  const tail = (shift: number): number => 0x80 | ((code >> shift) & 0x3f)
  if (code < 0x800) return [0xc0 | (code >> 6), tail(0)]
  if (code < 0x10000) return [0xe0 | (code >> 12), tail(6), tail(0)]
  return [0xf0 | (code >> 18), tail(12), tail(6), tail(0)]
}

/**
 * Nanoseconds as Go prints them: `1m30s`, `1.5ms`, `0s`.
 * Source: Go 1.19, time/time.go, Duration.String.
 */
export function formatDuration(nanoseconds: bigint): string {
  if (nanoseconds === 0n) return '0s'
  const sign = nanoseconds < 0n ? '-' : ''
  const size = nanoseconds < 0n ? -nanoseconds : nanoseconds
  if (size < 1_000n) return `${sign}${size}ns`
  if (size < 1_000_000n) return `${sign}${decimal(size, 1_000n)}\u00b5s`
  if (size < 1_000_000_000n) return `${sign}${decimal(size, 1_000_000n)}ms`
  const seconds = decimal(size % 60_000_000_000n, 1_000_000_000n)
  const minutes = size / 60_000_000_000n
  if (minutes === 0n) return `${sign}${seconds}s`
  if (minutes < 60n) return `${sign}${minutes}m${seconds}s`
  return `${sign}${minutes / 60n}h${minutes % 60n}m${seconds}s`
}

function decimal(value: bigint, unit: bigint): string {
  const width = String(unit).length - 1
  const fraction = String(value % unit)
    .padStart(width, '0')
    .replace(/0+$/, '')
  return fraction === '' ? String(value / unit) : `${value / unit}.${fraction}`
}
