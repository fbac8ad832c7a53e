import { type Cursor, isBlankOrEnd, isHex, isWord } from './cursor.ts'
import type { Mark } from './mark.ts'
import { isProblem, type Problem, scannerProblem } from './problem.ts'
import type { Token } from './token.ts'

/** `!!str`, `!local`, `!h!name`, `!<uri>` or `!`; the cursor stands at the `!`. */
export function scanTag(cursor: Cursor): Token | Problem {
  const start = cursor.mark()
  const parts = cursor.peek(1) === '<' ? scanVerbatim(cursor, start) : scanShort(cursor, start)
  if (isProblem(parts)) return parts
  if (!isBlankOrEnd(cursor.peek())) {
    return scannerProblem('did not find expected whitespace or line break', cursor.mark(), start)
  }
  return { kind: 'tag', ...parts, start, end: cursor.mark() }
}

interface Parts {
  readonly handle: string
  readonly suffix: string
}

function scanVerbatim(cursor: Cursor, start: Mark): Parts | Problem {
  cursor.skip()
  cursor.skip()
  const suffix = scanTagUri(cursor, '', start)
  if (isProblem(suffix)) return suffix
  if (cursor.peek() !== '>') {
    return scannerProblem("did not find the expected '>'", cursor.mark(), start)
  }
  cursor.skip()
  return { handle: '', suffix }
}

function scanShort(cursor: Cursor, start: Mark): Parts | Problem {
  const handle = scanTagHandle(cursor, false, start)
  if (isProblem(handle)) return handle
  if (handle.length > 1 && handle.endsWith('!')) {
    const suffix = scanTagUri(cursor, '', start)
    return isProblem(suffix) ? suffix : { handle, suffix }
  }
  const suffix = scanTagUri(cursor, handle, start)
  if (isProblem(suffix)) return suffix
  return suffix === '' ? { handle: '', suffix: '!' } : { handle: '!', suffix }
}

export function scanTagHandle(cursor: Cursor, directive: boolean, start: Mark): string | Problem {
  if (cursor.peek() !== '!')
    return scannerProblem("did not find expected '!'", cursor.mark(), start)
  let handle = cursor.take()
  while (isWord(cursor.peek())) handle += cursor.take()
  if (cursor.peek() === '!') return handle + cursor.take()
  if (directive && handle !== '!') {
    return scannerProblem("did not find expected '!'", cursor.mark(), start)
  }
  return handle
}

/** What a tag or a prefix is made of; `head` is a handle that turned out to be its beginning. */
export function scanTagUri(cursor: Cursor, head: string, start: Mark): string | Problem {
  let uri = head.slice(1)
  let found = head !== ''
  for (let c = cursor.peek(); isUri(c); c = cursor.peek()) {
    const part = c === '%' ? scanUriEscapes(cursor, start) : cursor.take()
    if (isProblem(part)) return part
    uri += part
    found = true
  }
  return found ? uri : scannerProblem('did not find expected tag URI', cursor.mark(), start)
}

const isUri = (c: string): boolean => isWord(c) || (c !== '' && ";/?:@&=+$,.!~*'()[]%".includes(c))

/** One character written as the percent-escaped octets of its UTF-8 form. */
function scanUriEscapes(cursor: Cursor, start: Mark): string | Problem {
  const octets: number[] = []
  let width = 1
  while (octets.length < width) {
    if (cursor.peek() !== '%' || !isHex(cursor.peek(1)) || !isHex(cursor.peek(2))) {
      return scannerProblem('did not find URI escaped octet', cursor.mark(), start)
    }
    const octet = Number.parseInt(cursor.peek(1) + cursor.peek(2), 16)
    if (octets.length === 0) {
      width = utf8Length(octet)
      if (width === 0) {
        return scannerProblem('found an incorrect leading UTF-8 octet', cursor.mark(), start)
      }
    } else if ((octet & 0xc0) !== 0x80) {
      return scannerProblem('found an incorrect trailing UTF-8 octet', cursor.mark(), start)
    }
    octets.push(octet)
    for (let k = 0; k < 3; k += 1) cursor.skip()
  }
  return decodeUtf8(octets)
}

/** Octets of a character that begins with `lead`; 0 where none can. */
function utf8Length(lead: number): number {
  if (lead < 0x80) return 1
  if ((lead & 0xe0) === 0xc0) return 2
  if ((lead & 0xf0) === 0xe0) return 3
  return (lead & 0xf8) === 0xf0 ? 4 : 0
}

function decodeUtf8([lead = 0, ...rest]: readonly number[]): string {
  const bits = rest.length === 0 ? lead : lead & (0x3f >> rest.length)
  const code = rest.reduce((sum, octet) => sum * 64 + (octet & 0x3f), bits)
  return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code)
}
