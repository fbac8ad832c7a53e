/** Sixteen bytes of any RFC 4291 form without a zone, as `inet_pton` reads it; null for other text. */
export function parseIpv6(text: string): readonly number[] | null {
  const halves = text.split('::')
  if (halves.length > 2) return null
  const head = groupsOf(halves[0] ?? '', halves.length === 1)
  const tail = groupsOf(halves[1] ?? '', true)
  if (head === null || tail === null) return null
  const missing = 8 - head.length - tail.length
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null
  const groups = [...head, ...new Array<number>(missing).fill(0), ...tail]
  return groups.flatMap((group) => [group >> 8, group & 255])
}

const DOTTED = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.|$)){4}$/

/** Groups of 16 bits; only at the end of an address may the last 32 be written as an IPv4 address. */
function groupsOf(text: string, atEnd: boolean): number[] | null {
  if (text === '') return []
  const groups: number[] = []
  const parts = text.split(':')
  for (const [index, part] of parts.entries()) {
    if (/^[0-9a-fA-F]{1,4}$/.test(part)) groups.push(Number.parseInt(part, 16))
    else if (atEnd && index === parts.length - 1 && DOTTED.test(part) && !part.endsWith('.')) {
      const [a = 0, b = 0, c = 0, d = 0] = part.split('.').map(Number)
      groups.push(a * 256 + b, c * 256 + d)
    } else return null
  }
  return groups
}

/** Sixteen bytes as RFC 5952 writes them: the first of the longest runs of zero groups becomes `::`. */
export function formatIpv6(bytes: readonly number[]): string {
  const groups: string[] = []
  for (let i = 0; i < 16; i += 2) {
    groups.push((((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0)).toString(16))
  }
  const text = groups.join(':')
  const [longest] = [...text.matchAll(/\b0(:0)+\b/g)].toSorted((a, b) => b[0].length - a[0].length)
  if (!longest) return text
  const before = text.slice(0, longest.index).replace(/:$/, '')
  const after = text.slice(longest.index + longest[0].length).replace(/^:/, '')
  return `${before}::${after}`
}
