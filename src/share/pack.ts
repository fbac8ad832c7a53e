import { deflateSync, Inflate } from 'fflate'
import { err, ok, type Result } from '../net/result.ts'
import { fromBase64Url, toBase64Url } from './base64url.ts'

/** Against links that unpack to more than any scenario can be. */
export const UNPACKED_LIMIT = 1 << 20

export type UnpackIssue = 'cut' | 'unreadable' | 'too-large'

/** Text to a raw deflate stream (RFC 1951) in base64url, with a dictionary that both sides know. */
export function pack(text: string, dictionary: string): string {
  const bytes = new TextEncoder().encode(text)
  return toBase64Url(deflateSync(bytes, { level: 9, ...known(dictionary) }))
}

export function unpack(packed: string, dictionary: string): Result<string, UnpackIssue> {
  const input = fromBase64Url(packed)
  const chunks: Uint8Array[] = []
  let size = 0
  let ended = false
  const inflate = new Inflate(known(dictionary))
  inflate.ondata = (chunk, final) => {
    size += chunk.length
    chunks.push(chunk)
    ended = final
  }
  try {
    for (let i = 0; i < input.length; i += SLICE) {
      inflate.push(input.subarray(i, i + SLICE), i + SLICE >= input.length)
      if (size > UNPACKED_LIMIT) return err('too-large')
    }
    if (!ended) return err('cut')
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(concat(chunks, size)))
  } catch (thrown) {
    return err(isUnexpectedEnd(thrown) ? 'cut' : 'unreadable')
  }
}

/** Deflate makes at most 1032 bytes of one, so a slice never makes much more than 512 KiB. */
const SLICE = 512

const known = (dictionary: string) =>
  dictionary === '' ? {} : { dictionary: new TextEncoder().encode(dictionary) }

/** fflate's error codes: 0 is an unexpected end of the stream. */
const isUnexpectedEnd = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && thrown.code === 0

function concat(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}
