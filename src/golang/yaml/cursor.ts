import { wellFormed } from '../well-formed.ts'
import type { Mark } from './mark.ts'
import type { Problem } from './problem.ts'

/** Characters that YAML text may not hold, not even in a comment. Lone surrogates are replaced before. */
const FORBIDDEN = /[^\t\n\r\x20-\x7e\x85\xa0-\ufffd]/

/** Bytes that libyaml reads and checks at a time. Source: go-yaml v2.4.0, yamlprivateh.go. */
const CHUNK = 512

/**
 * Walks the text character by character. `peek` answers '' at the end. A forbidden character ends
 * the text at the chunk that holds it, because libyaml refuses a whole chunk before it looks at any
 * of it; whoever touches that end must ask `unreadable`.
 */
export class Cursor {
  readonly text: string
  offset: number
  index = 0
  line = 0
  column = 0
  private readonly end: number
  private readonly forbiddenAt: number | null
  private touchedEnd = false

  constructor(source: string) {
    this.text = wellFormed(source)
    this.offset = this.text.startsWith('\ufeff') ? 1 : 0
    const forbidden = FORBIDDEN.exec(this.text)
    this.forbiddenAt = forbidden?.index ?? null
    this.end = forbidden ? chunkStart(this.text, forbidden.index) : this.text.length
  }

  /** The UTF-16 unit `ahead` of here, '' past the end. */
  peek(ahead = 0): string {
    const at = this.offset + ahead
    if (at < this.end) return this.text.charAt(at)
    this.touchedEnd = true
    return ''
  }

  /** Not null once the scanner wanted to look at a part that the reader refuses. */
  unreadable(): Problem | null {
    if (this.forbiddenAt === null || !this.touchedEnd) return null
    const text = 'control characters are not allowed'
    return {
      kind: 'problem',
      by: 'reader',
      text,
      mark: null,
      context: null,
      offset: this.forbiddenAt,
    }
  }

  mark(): Mark {
    return { offset: this.offset, index: this.index, line: this.line, column: this.column }
  }

  /** Past one character that is no line break. */
  skip(): void {
    this.offset += isHighSurrogate(this.text.charCodeAt(this.offset)) ? 2 : 1
    this.index += 1
    this.column += 1
  }

  /** The character here, then past it. */
  take(): string {
    const from = this.offset
    this.skip()
    return this.text.slice(from, this.offset)
  }

  /** Past a line break, if there is one. The answer is what a scalar keeps of it. */
  takeBreak(): string {
    const c = this.peek()
    if (!isBreak(c)) return ''
    const width = c === '\r' && this.peek(1) === '\n' ? 2 : 1
    this.offset += width
    this.index += width
    this.column = 0
    this.line += 1
    return c === '\u2028' || c === '\u2029' ? c : '\n'
  }

  /** The end of the text counts as the end of its last line. */
  endLine(): void {
    if (this.column === 0) return
    this.column = 0
    this.line += 1
  }

  skipBlanks(): void {
    while (isBlank(this.peek())) this.skip()
  }

  skipComment(): void {
    if (this.peek() !== '#') return
    while (!isBreakOrEnd(this.peek())) this.skip()
  }

  /** `---` or `...` at the start of a line, and nothing glued to it. */
  atDocumentIndicator(indicator: '---' | '...'): boolean {
    if (this.column !== 0 || !isBlankOrEnd(this.peek(3))) return false
    return this.text.startsWith(indicator, this.offset)
  }
}

/** Start of the chunk that holds `offset`. A character never spans two chunks; it opens the next. */
function chunkStart(text: string, offset: number): number {
  let start = 0
  let bytes = 0
  for (let at = 0; at <= offset; at += 1) {
    const width = utf8Width(text.charCodeAt(at))
    if (bytes + width > CHUNK) {
      start = at
      bytes = 0
    }
    bytes += width
  }
  return start
}

/** Bytes that this UTF-16 unit adds in UTF-8: a surrogate pair makes four. */
function utf8Width(unit: number): number {
  if (unit < 0x80) return 1
  if (unit < 0x800) return 2
  if (isHighSurrogate(unit)) return 4
  return unit >= 0xdc00 && unit <= 0xdfff ? 0 : 3
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff

export const isBlank = (c: string): boolean => c === ' ' || c === '\t'
export const isBreak = (c: string): boolean =>
  c === '\n' || c === '\r' || c === '\x85' || c === '\u2028' || c === '\u2029'
export const isBreakOrEnd = (c: string): boolean => c === '' || isBreak(c)
export const isBlankOrEnd = (c: string): boolean => isBlank(c) || isBreakOrEnd(c)
export const isDigit = (c: string): boolean => c >= '0' && c <= '9'
export const isHex = (c: string): boolean =>
  isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')
/** What names of anchors, handles and directives are made of. */
export const isWord = (c: string): boolean =>
  isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c === '_' || c === '-'
