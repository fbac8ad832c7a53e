import { Cursor, isBlankOrEnd } from './cursor.ts'
import type { Mark } from './mark.ts'
import { isProblem, type Problem, scannerProblem } from './problem.ts'
import { scanAnchor } from './scan-anchor.ts'
import { scanBlockScalar } from './scan-block-scalar.ts'
import { scanDirective } from './scan-directive.ts'
import { mayStartPlain, scanPlain } from './scan-plain.ts'
import { scanQuoted } from './scan-quoted.ts'
import { scanTag } from './scan-tag.ts'
import { SimpleKeys } from './simple-keys.ts'
import { skipToToken } from './skip-to-token.ts'
import type { MarkerKind, Token } from './token.ts'
import { TokenQueue } from './token-queue.ts'

/** Depth of block or flow collections that is refused. Source: go-yaml v2.4.0, scannerc.go. */
const MAX_DEPTH = 10_000

type Outcome = Problem | null

/**
 * Text to tokens, one at a time. A `key` token is put in front of a scalar only when its `:` is
 * found, so tokens wait in a queue while their first one may still become a key.
 * Source of the behaviour: go-yaml v2.4.0, scannerc.go (libyaml).
 */
export class Scanner {
  private readonly cursor: Cursor
  private readonly queue = new TokenQueue()
  private readonly keys: SimpleKeys
  private started = false
  private keyAllowed = true
  private flowLevel = 0
  private indent = -1
  private readonly indents: number[] = []
  private failed: Problem | null = null

  constructor(source: string) {
    this.cursor = new Cursor(source)
    this.keys = new SimpleKeys(this.cursor)
  }

  /** The next token; it stays the next one until `skip`. */
  peek(): Token | Problem {
    for (;;) {
      if (this.failed !== null) return this.failed
      const head = this.queue.peek()
      if (head !== undefined) {
        const waits = this.keys.mayBecomeKey(this.queue.taken)
        if (waits === false) return head
        if (waits !== true) return this.fail(waits)
      }
      const outcome = this.fetchNext()
      const refused = this.cursor.unreadable() ?? outcome
      if (refused !== null) return this.fail(refused)
    }
  }

  skip(): void {
    this.queue.take()
  }

  private fail(problem: Problem): Problem {
    this.failed = problem
    return problem
  }

  private fetchNext(): Outcome {
    const { cursor } = this
    if (!this.started) {
      this.started = true
      cursor.peek()
      return this.push('stream-start', cursor.mark())
    }
    const tabs = this.flowLevel > 0 || !this.keyAllowed
    if (skipToToken(cursor, tabs, this.flowLevel === 0)) this.keyAllowed = true
    this.unrollIndent(cursor.column)
    for (let ahead = 3; ahead >= 0; ahead -= 1) cursor.peek(ahead)
    const c = cursor.peek()
    if (c === '') return this.fetchStreamEnd()
    if (cursor.column === 0 && c === '%') return this.fetchDirective()
    if (cursor.atDocumentIndicator('---')) return this.fetchDocumentIndicator('document-start')
    if (cursor.atDocumentIndicator('...')) return this.fetchDocumentIndicator('document-end')
    const outcome = this.fetchStructure(c)
    return outcome === undefined ? this.fetchContent(c) : outcome
  }

  /** Undefined: `c` does not shape collections here. */
  private fetchStructure(c: string): Outcome | undefined {
    const spaced = isBlankOrEnd(this.cursor.peek(1))
    switch (c) {
      case '[':
        return this.fetchFlowStart('flow-sequence-start')
      case '{':
        return this.fetchFlowStart('flow-mapping-start')
      case ']':
        return this.fetchFlowEnd('flow-sequence-end')
      case '}':
        return this.fetchFlowEnd('flow-mapping-end')
      case ',':
        return this.fetchFlowEntry()
      case '-':
        return spaced ? this.fetchBlockEntry() : undefined
      case '?':
        return spaced || this.flowLevel > 0 ? this.fetchKey() : undefined
      case ':':
        return spaced || this.flowLevel > 0 ? this.fetchValue() : undefined
      default:
        return undefined
    }
  }

  private fetchContent(c: string): Outcome {
    if (c === '*' || c === '&') return this.fetchAnchor(c === '*' ? 'alias' : 'anchor')
    if (c === '!') return this.fetchKeyable(() => scanTag(this.cursor))
    if (c === "'") return this.fetchKeyable(() => scanQuoted(this.cursor, 'single'))
    if (c === '"') return this.fetchKeyable(() => scanQuoted(this.cursor, 'double'))
    if (c === '|' && this.flowLevel === 0) return this.fetchBlockScalar('literal')
    if (c === '>' && this.flowLevel === 0) return this.fetchBlockScalar('folded')
    if (mayStartPlain(this.cursor, this.flowLevel > 0)) return this.fetchPlain()
    const here = this.cursor.mark()
    return scannerProblem('found character that cannot start any token', here, here)
  }

  private push(kind: MarkerKind, start: Mark): null {
    this.queue.push({ kind, start, end: this.cursor.mark() })
    return null
  }

  /** A marker of `width` characters at the cursor. */
  private pushIndicator(kind: MarkerKind, width: number): null {
    const start = this.cursor.mark()
    for (let k = 0; k < width; k += 1) this.cursor.skip()
    return this.push(kind, start)
  }

  /** Opens a block collection where `column` is deeper than the one around; `at`: its place in the queue. */
  private rollIndent(
    column: number,
    at: number | null,
    kind: 'block-sequence-start' | 'block-mapping-start',
    mark: Mark,
  ): Outcome {
    if (this.flowLevel > 0 || this.indent >= column) return null
    this.indents.push(this.indent)
    this.indent = column
    if (this.indents.length > MAX_DEPTH) return this.tooDeep()
    const token: Token = { kind, start: mark, end: mark }
    if (at === null) this.queue.push(token)
    else this.queue.insert(at, token)
    return null
  }

  private tooDeep(): Problem {
    return scannerProblem(
      `exceeded max depth of ${MAX_DEPTH}`,
      this.cursor.mark(),
      this.keys.lastMark(),
    )
  }

  private unrollIndent(column: number): void {
    if (this.flowLevel > 0) return
    while (this.indent > column) {
      this.push('block-end', this.cursor.mark())
      this.indent = this.indents.pop() ?? -1
    }
  }

  private fetchStreamEnd(): Outcome {
    this.cursor.endLine()
    this.unrollIndent(-1)
    const outcome = this.keys.drop()
    this.keyAllowed = false
    return outcome ?? this.push('stream-end', this.cursor.mark())
  }

  private fetchDirective(): Outcome {
    this.unrollIndent(-1)
    const outcome = this.keys.drop()
    this.keyAllowed = false
    return outcome ?? this.pushScanned(scanDirective(this.cursor))
  }

  private fetchDocumentIndicator(kind: 'document-start' | 'document-end'): Outcome {
    this.unrollIndent(-1)
    const outcome = this.keys.drop()
    this.keyAllowed = false
    return outcome ?? this.pushIndicator(kind, 3)
  }

  private fetchFlowStart(kind: 'flow-sequence-start' | 'flow-mapping-start'): Outcome {
    const outcome = this.saveKey()
    if (outcome !== null) return outcome
    this.keys.enter(this.queue.next)
    this.flowLevel += 1
    if (this.flowLevel > MAX_DEPTH) return this.tooDeep()
    this.keyAllowed = true
    return this.pushIndicator(kind, 1)
  }

  private fetchFlowEnd(kind: 'flow-sequence-end' | 'flow-mapping-end'): Outcome {
    const outcome = this.keys.drop()
    if (outcome !== null) return outcome
    if (this.flowLevel > 0) {
      this.flowLevel -= 1
      this.keys.leave()
    }
    this.keyAllowed = false
    return this.pushIndicator(kind, 1)
  }

  private fetchFlowEntry(): Outcome {
    const outcome = this.keys.drop()
    if (outcome !== null) return outcome
    this.keyAllowed = true
    return this.pushIndicator('flow-entry', 1)
  }

  private fetchBlockEntry(): Outcome {
    const outcome =
      this.openBlock(
        'block-sequence-start',
        'block sequence entries are not allowed in this context',
      ) ?? this.keys.drop()
    if (outcome !== null) return outcome
    this.keyAllowed = true
    return this.pushIndicator('block-entry', 1)
  }

  private fetchKey(): Outcome {
    const outcome =
      this.openBlock('block-mapping-start', 'mapping keys are not allowed in this context') ??
      this.keys.drop()
    if (outcome !== null) return outcome
    this.keyAllowed = this.flowLevel === 0
    return this.pushIndicator('key', 1)
  }

  private openBlock(
    kind: 'block-sequence-start' | 'block-mapping-start',
    refusal: string,
  ): Outcome {
    if (this.flowLevel > 0) return null
    const here = this.cursor.mark()
    if (!this.keyAllowed) return scannerProblem(refusal, here, here)
    return this.rollIndent(here.column, null, kind, here)
  }

  private fetchValue(): Outcome {
    const key = this.keys.current()
    if (isProblem(key)) return key
    if (key === null) {
      const refusal = 'mapping values are not allowed in this context'
      const outcome = this.openBlock('block-mapping-start', refusal)
      if (outcome !== null) return outcome
      this.keyAllowed = this.flowLevel === 0
      return this.pushIndicator('value', 1)
    }
    const { mark, token } = key
    this.queue.insert(token, { kind: 'key', start: mark, end: mark })
    const outcome = this.rollIndent(mark.column, token, 'block-mapping-start', mark)
    if (outcome !== null) return outcome
    this.keys.used()
    this.keyAllowed = false
    return this.pushIndicator('value', 1)
  }

  private saveKey(): Outcome {
    if (!this.keyAllowed) return null
    const required = this.flowLevel === 0 && this.indent === this.cursor.column
    return this.keys.save(this.queue.next, required)
  }

  /** Something that may turn out to be a key. */
  private fetchKeyable(scan: () => Token | Problem): Outcome {
    const outcome = this.saveKey()
    this.keyAllowed = false
    return outcome ?? this.pushScanned(scan())
  }

  private fetchAnchor(kind: 'anchor' | 'alias'): Outcome {
    return this.fetchKeyable(() => scanAnchor(this.cursor, kind))
  }

  private fetchPlain(): Outcome {
    return this.fetchKeyable(() => {
      const plain = scanPlain(this.cursor, this.indent + 1, this.flowLevel > 0)
      if (isProblem(plain)) return plain
      if (plain.endedLine) this.keyAllowed = true
      return plain.token
    })
  }

  private fetchBlockScalar(style: 'literal' | 'folded'): Outcome {
    const outcome = this.keys.drop()
    this.keyAllowed = true
    return outcome ?? this.pushScanned(scanBlockScalar(this.cursor, style, this.indent))
  }

  private pushScanned(token: Token | Problem): Outcome {
    if (isProblem(token)) return token
    this.queue.push(token)
    return null
  }
}
