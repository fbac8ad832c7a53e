import { toBase64Url } from './base64url.ts'

/**
 * Four letters (24 bits of FNV-1a) that change with any letter of the text. A link that was altered
 * on its way may well unpack to another valid scenario; this tells. Not a guard against intent.
 */
export function checksum(text: string): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  }
  const folded = (hash >>> 24) ^ (hash & 0xffffff)
  return toBase64Url(Uint8Array.of(folded >>> 16, (folded >>> 8) & 255, folded & 255))
}
