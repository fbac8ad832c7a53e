/**
 * The shortest digits that read back as the same number of 32 or 64 bits, with an exponent from
 * 1e+06 on and below 1e-04: `%g`.
 * Source: Go 1.19, strconv/ftoa.go and fmt/format.go.
 */
export function formatGoFloat(given: number, bits: 32 | 64): string {
  const value = bits === 32 ? Math.fround(given) : given
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf'
  const sign = value < 0 || Object.is(value, -0) ? '-' : ''
  const [digits = '', power = '0'] = shortest(Math.abs(value), bits).split('e')
  const exponent = Number(power)
  if (exponent >= -4 && exponent < 6) {
    return sign + shift(digits.replace('.', ''), exponent)
  }
  const width = String(Math.abs(exponent)).padStart(2, '0')
  return `${sign}${digits}e${exponent < 0 ? '-' : '+'}${width}`
}

function shortest(value: number, bits: 32 | 64): string {
  if (bits === 64) return value.toExponential()
  for (let digits = 0; digits < 9; digits += 1) {
    const text = value.toExponential(digits)
    if (Math.fround(Number(text)) === value) return text
  }
  return value.toExponential()
}

/** `digits` with the point after the first one, moved by `exponent` places. */
function shift(digits: string, exponent: number): string {
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0')
  const rest = digits.slice(exponent + 1)
  return rest === '' ? whole : `${whole}.${rest}`
}
