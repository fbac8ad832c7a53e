import { type Cursor, isBlank, isBlankOrEnd, isBreakOrEnd, isDigit, isWord } from './cursor.ts'
import type { Mark } from './mark.ts'
import { isProblem, type Problem, scannerProblem } from './problem.ts'
import { scanTagHandle, scanTagUri } from './scan-tag.ts'
import type { Token } from './token.ts'

/** `%YAML 1.1` or `%TAG ! prefix`; the cursor stands at the `%`. */
export function scanDirective(cursor: Cursor): Token | Problem {
  const start = cursor.mark()
  cursor.skip()
  const name = scanName(cursor, start)
  if (isProblem(name)) return name
  const token = scanValue(cursor, name, start)
  if (isProblem(token)) return token
  cursor.skipBlanks()
  cursor.skipComment()
  if (!isBreakOrEnd(cursor.peek())) {
    return scannerProblem('did not find expected comment or line break', cursor.mark(), start)
  }
  cursor.takeBreak()
  return token
}

function scanName(cursor: Cursor, start: Mark): string | Problem {
  let name = ''
  while (isWord(cursor.peek())) name += cursor.take()
  if (name === '') {
    return scannerProblem('could not find expected directive name', cursor.mark(), start)
  }
  if (!isBlankOrEnd(cursor.peek())) {
    return scannerProblem('found unexpected non-alphabetical character', cursor.mark(), start)
  }
  return name
}

function scanValue(cursor: Cursor, name: string, start: Mark): Token | Problem {
  if (name === 'YAML') return scanVersion(cursor, start)
  if (name === 'TAG') return scanTagDirective(cursor, start)
  return scannerProblem('found unknown directive name', cursor.mark(), start)
}

function scanVersion(cursor: Cursor, start: Mark): Token | Problem {
  cursor.skipBlanks()
  const major = scanNumber(cursor, start)
  if (isProblem(major)) return major
  if (cursor.peek() !== '.') {
    return scannerProblem("did not find expected digit or '.' character", cursor.mark(), start)
  }
  cursor.skip()
  const minor = scanNumber(cursor, start)
  if (isProblem(minor)) return minor
  return { kind: 'version-directive', major, minor, start, end: cursor.mark() }
}

function scanNumber(cursor: Cursor, start: Mark): number | Problem {
  let digits = ''
  while (isDigit(cursor.peek())) {
    if (digits.length === 2) {
      return scannerProblem('found extremely long version number', cursor.mark(), start)
    }
    digits += cursor.take()
  }
  if (digits === '') {
    return scannerProblem('did not find expected version number', cursor.mark(), start)
  }
  return Number(digits)
}

function scanTagDirective(cursor: Cursor, start: Mark): Token | Problem {
  cursor.skipBlanks()
  const handle = scanTagHandle(cursor, true, start)
  if (isProblem(handle)) return handle
  if (!isBlank(cursor.peek())) {
    return scannerProblem('did not find expected whitespace', cursor.mark(), start)
  }
  cursor.skipBlanks()
  const prefix = scanTagUri(cursor, '', start)
  if (isProblem(prefix)) return prefix
  if (!isBlankOrEnd(cursor.peek())) {
    return scannerProblem('did not find expected whitespace or line break', cursor.mark(), start)
  }
  return { kind: 'tag-directive', handle, prefix, start, end: cursor.mark() }
}
