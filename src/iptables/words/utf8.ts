/** Length in bytes of the text as the tools see it. */
export function byteLength(text: string): number {
  let bytes = 0
  for (const character of text) bytes += widthOf(character.codePointAt(0) ?? 0)
  return bytes
}

/** The longest beginning of at most `limit` bytes that does not cut a character in two. */
export function firstBytes(text: string, limit: number): string {
  let bytes = 0
  let end = 0
  for (const character of text) {
    bytes += widthOf(character.codePointAt(0) ?? 0)
    if (bytes > limit) break
    end += character.length
  }
  return text.slice(0, end)
}

function widthOf(codePoint: number): number {
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x10000 ? 3 : 4
}
