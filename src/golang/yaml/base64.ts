const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const GROUPS = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/**
 * Standard base64 with padding, line breaks anywhere, to the text that it is in UTF-8; octets that
 * are none become U+FFFD. Null where it is no base64.
 */
export function decodeBase64(text: string): string | null {
  const digits = text.replace(/[\r\n]/g, '')
  if (!GROUPS.test(digits)) return null
  const octets: number[] = []
  let bits = 0
  let width = 0
  for (const digit of digits.replace(/=+$/, '')) {
    bits = ((bits << 6) | ALPHABET.indexOf(digit)) & 0xffff
    width += 6
    if (width < 8) continue
    width -= 8
    octets.push((bits >> width) & 0xff)
  }
  return decodeUtf8(octets)
}

function decodeUtf8(octets: readonly number[]): string {
  let text = ''
  for (let at = 0; at < octets.length; ) {
    const [character, width] = readCharacter(octets, at)
    text += character
    at += width
  }
  return text
}

/** Smallest code point that may be written with so many octets. */
const SMALLEST = [0, 0, 0x80, 0x800, 0x10000]

function readCharacter(octets: readonly number[], at: number): [string, number] {
  const lead = octets[at] ?? 0
  if (lead < 0x80) return [String.fromCharCode(lead), 1]
  const width = 2 + Number(lead >= 0xe0) + Number(lead >= 0xf0)
  const rest = octets.slice(at + 1, at + width)
  let code = lead & (0x7f >> width)
  for (const octet of rest) code = (octet & 0xc0) === 0x80 ? code * 64 + (octet & 0x3f) : Number.NaN
  const valid =
    lead >= 0xc2 &&
    lead < 0xf5 &&
    rest.length === width - 1 &&
    code >= (SMALLEST[width] ?? 0) &&
    code <= 0x10ffff &&
    !(code >= 0xd800 && code <= 0xdfff)
  return valid ? [String.fromCodePoint(code), width] : ['\ufffd', 1]
}
