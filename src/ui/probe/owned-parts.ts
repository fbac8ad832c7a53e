import type { Owner } from '../../engine/trace.ts'

interface Part {
  /** Where it begins in the line. */
  readonly at: number
  readonly part: string
  /** Whose address it is; null: no address, or nobody's that is known. */
  readonly owner: Owner | null
}

/** A line taken apart at the addresses whose owners are known. */
export function ownedParts(
  line: string,
  ownerOf: (address: string) => Owner | null,
): readonly Part[] {
  const parts: Part[] = []
  let done = 0
  for (const { 0: address, index } of line.matchAll(ADDRESS)) {
    const owner = ownerOf(address)
    if (owner === null) continue
    if (index > done) parts.push({ at: done, part: line.slice(done, index), owner: null })
    parts.push({ at: index, part: address, owner })
    done = index + address.length
  }
  return done < line.length ? [...parts, { at: done, part: line.slice(done), owner: null }] : parts
}

/** Four decimal parts, so that a port behind a fifth dot stays outside; or an IPv6 address. */
const ADDRESS =
  /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?!\d)|(?<![\w:])[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}(?![\w:])/g
