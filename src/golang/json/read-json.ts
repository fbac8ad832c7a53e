import { err, ok, type Result } from '../../net/result.ts'
import { escapeGo } from '../quote.ts'
import { wellFormed } from '../well-formed.ts'
import { type Scanned, scanLiteral } from './scan-literal.ts'
import { type JsonValue, type Located, MAX_NESTING, type Member } from './value.ts'

/** Why a text is no JSON, in the words of Go's encoding/json. */
export interface JsonSyntaxError {
  readonly text: string
  /** UTF-16 units from the start of the text. */
  readonly offset: number
}

/** Text to value. Source of errors and limits: Go 1.19, encoding/json/scanner.go. */
export function readJson(text: string): Result<Located, JsonSyntaxError> {
  return new Reader(text).read()
}

type Expectation =
  | 'value'
  | 'value-or-end'
  | 'key'
  | 'key-or-end'
  | 'colon'
  | 'comma-or-end'
  | 'nothing'

/** What Go's scanner was looking for when it met the wrong character. */
const LOOKING: Record<Exclude<Expectation, 'comma-or-end'>, string> = {
  value: 'looking for beginning of value',
  'value-or-end': 'looking for beginning of value',
  key: 'looking for beginning of object key string',
  'key-or-end': 'looking for beginning of object key string',
  colon: 'after object key',
  nothing: 'after top-level value',
}

type Open =
  | { readonly kind: 'array'; readonly start: number; readonly items: Located[] }
  | {
      readonly kind: 'object'
      readonly start: number
      readonly members: Member[]
      key: Omit<Member, 'at'> | null
    }

class Reader {
  private readonly text: string
  private offset = 0
  private expects: Expectation = 'value'
  private readonly open: Open[] = []
  private root: Located | null = null

  constructor(text: string) {
    this.text = wellFormed(text)
  }

  read(): Result<Located, JsonSyntaxError> {
    for (;;) {
      while (' \t\r\n'.includes(this.peek()) && this.peek() !== '') this.offset += 1
      const c = this.peek()
      if (c === '') break
      const problem = this.take(c)
      if (problem !== null) return err(problem)
    }
    return this.root !== null && this.expects === 'nothing' ? ok(this.root) : err(this.atEnd())
  }

  private peek(): string {
    return this.text.charAt(this.offset)
  }

  private atEnd(): JsonSyntaxError {
    return { text: 'unexpected end of JSON input', offset: this.text.length }
  }

  private take(c: string): JsonSyntaxError | null {
    switch (this.expects) {
      case 'value':
      case 'value-or-end':
        if (c === ']' && this.expects === 'value-or-end') return this.close(c)
        return this.takeValue(c)
      case 'key':
      case 'key-or-end':
        if (c === '}' && this.expects === 'key-or-end') return this.close(c)
        return c === '"' ? this.takeKey() : this.refuse(LOOKING[this.expects])
      case 'colon':
        if (c !== ':') return this.refuse(LOOKING.colon)
        this.offset += 1
        this.expects = 'value'
        return null
      case 'comma-or-end':
        return this.takeCommaOrEnd(c)
      case 'nothing':
        return this.refuse(LOOKING.nothing)
    }
  }

  private takeValue(c: string): JsonSyntaxError | null {
    if (c === '[' || c === '{') return this.openCollection(c)
    const scanned = scanLiteral(this.text, this.offset)
    return this.finish(scanned, (value, start, end) => this.place({ value, start, end }))
  }

  private takeKey(): JsonSyntaxError | null {
    const scanned = scanLiteral(this.text, this.offset)
    return this.finish(scanned, (value, keyStart, keyEnd) => {
      const object = this.open.at(-1)
      if (object?.kind === 'object' && value.kind === 'string') {
        object.key = { key: value.value, keyStart, keyEnd }
      }
      this.expects = 'colon'
    })
  }

  private finish(
    scanned: Scanned,
    use: (value: JsonValue, start: number, end: number) => void,
  ): JsonSyntaxError | null {
    const start = this.offset
    this.offset = scanned.end
    if (scanned.value === null) return scanned.cut ? this.atEnd() : this.refuse(scanned.context)
    use(scanned.value, start, scanned.end)
    return null
  }

  private openCollection(c: string): JsonSyntaxError | null {
    if (this.open.length >= MAX_NESTING) return this.refuse('exceeded max depth')
    const start = this.offset
    this.offset += 1
    if (c === '[') {
      this.open.push({ kind: 'array', start, items: [] })
      this.expects = 'value-or-end'
    } else {
      this.open.push({ kind: 'object', start, members: [], key: null })
      this.expects = 'key-or-end'
    }
    return null
  }

  private takeCommaOrEnd(c: string): JsonSyntaxError | null {
    const isArray = this.open.at(-1)?.kind === 'array'
    if (c === (isArray ? ']' : '}')) return this.close(c)
    if (c !== ',') {
      return this.refuse(isArray ? 'after array element' : 'after object key:value pair')
    }
    this.offset += 1
    this.expects = isArray ? 'value' : 'key'
    return null
  }

  private close(c: string): null {
    const closed = this.open.pop()
    this.offset += c.length
    if (closed === undefined) return null
    const value: JsonValue =
      closed.kind === 'array'
        ? { kind: 'array', items: closed.items }
        : { kind: 'object', members: closed.members }
    this.place({ value, start: closed.start, end: this.offset })
    return null
  }

  private place(at: Located): void {
    const around = this.open.at(-1)
    this.expects = around === undefined ? 'nothing' : 'comma-or-end'
    if (around === undefined) {
      this.root = at
    } else if (around.kind === 'array') {
      around.items.push(at)
    } else if (around.key !== null) {
      around.members.push({ ...around.key, at })
      around.key = null
    }
  }

  private refuse(context: string): JsonSyntaxError {
    const character = quoteByte(this.text, this.offset)
    return { text: `invalid character ${character} ${context}`, offset: this.offset }
  }
}

/**
 * Go looks at bytes: of a character beyond ASCII it names the first byte of its UTF-8 form. At the
 * end of the text it tries a blank.
 */
function quoteByte(text: string, offset: number): string {
  const code = text.codePointAt(offset) ?? 0x20
  if (code === 0x27) return "'\\''"
  if (code === 0x22) return `'"'`
  return `'${escapeGo(String.fromCharCode(leadByte(code)))}'`
}

function leadByte(code: number): number {
  if (code < 0x80) return code
  if (code < 0x800) return 0xc0 | (code >> 6)
  return code < 0x10000 ? 0xe0 | (code >> 12) : 0xf0 | (code >> 18)
}
