/** An address or range in three pieces: the middle one is the part that failed. */
export interface MarkedText {
  readonly before: string
  readonly failed: string
  readonly after: string
}

/**
 * Cuts an address or a range at one of its parts: octet 0 to 3 of IPv4, group 0 to 7 of IPv6 in
 * RFC 5952 text. A group that the text leaves out is the `::` that stands for it.
 */
export function markPart(text: string, part: number | null): MarkedText {
  const slash = text.indexOf('/')
  const address = slash < 0 ? text : text.slice(0, slash)
  const pieces = address.includes(':') ? groups(address) : address.split(/(?<=\.)/)
  const failed = part === null ? undefined : pieces[part]
  if (part === null || failed === undefined) return { before: text, failed: '', after: '' }
  const at = pieces.slice(0, part).filter((piece, i) => piece !== pieces[i - 1] || piece !== '::')
  const before = at.join('')
  const start = failed === '::' && before.endsWith('::') ? before.length - 2 : before.length
  const end = start + (failed === '::' ? 2 : failed.replace(/[.:]$/, '').length)
  return { before: text.slice(0, start), failed: text.slice(start, end), after: text.slice(end) }
}

/** Eight pieces of text, each with the colon after it; left-out groups are all the same `::`. */
function groups(address: string): readonly string[] {
  const gap = address.indexOf('::')
  if (gap < 0) return address.split(/(?<=:)/)
  const head = address
    .slice(0, gap)
    .split(/(?<=:)/)
    .filter(Boolean)
  const tail = address
    .slice(gap + 2)
    .split(/(?<=:)/)
    .filter(Boolean)
  const left = Array.from({ length: 8 - head.length - tail.length }, () => '::')
  return [...head, ...left, ...tail]
}
