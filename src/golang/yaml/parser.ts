import { invariant } from '../../net/invariant.ts'
import type { Event, ScalarEvent } from './event.ts'
import type { Mark } from './mark.ts'
import { isProblem, type Problem } from './problem.ts'
import { Scanner } from './scanner.ts'
import type { Token, TokenKind } from './token.ts'

/** What the parser is about to read. */
export type State =
  | 'stream-start'
  | 'document-start'
  | 'further-document-start'
  | 'document-content'
  | 'document-end'
  | 'block-node'
  | 'block-sequence-first-entry'
  | 'block-sequence-entry'
  | 'indentless-sequence-entry'
  | 'block-mapping-first-key'
  | 'block-mapping-key'
  | 'block-mapping-value'
  | 'flow-sequence-first-entry'
  | 'flow-sequence-entry'
  | 'flow-pair-key'
  | 'flow-pair-value'
  | 'flow-pair-end'
  | 'flow-mapping-first-key'
  | 'flow-mapping-key'
  | 'flow-mapping-value'
  | 'flow-mapping-empty-value'
  | 'end'

/** What the reading functions share: the next token, where to go on, and what is open around. */
export class Parser {
  private readonly scanner: Scanner
  state: State = 'stream-start'
  private readonly returns: State[] = []
  private readonly opened: Mark[] = []
  /** Handle to prefix, of this document. */
  tagPrefixes = new Map<string, string>()

  constructor(source: string) {
    this.scanner = new Scanner(source)
  }

  peek(): Token | Problem {
    return this.scanner.peek()
  }

  skip(): void {
    this.scanner.skip()
  }

  /** The next token after skipping the present one. */
  next(): Token | Problem {
    this.scanner.skip()
    return this.scanner.peek()
  }

  /** Reads what comes next; then goes on with `state`. */
  returnTo(state: State): void {
    this.returns.push(state)
  }

  /** This is read; on with what asked for it. */
  return(): void {
    const state = this.returns.pop()
    invariant(state !== undefined, 'whatever reads a node says where to go on')
    this.state = state
  }

  /** Skips the token that opens a collection and remembers where it stood. */
  open(): Problem | null {
    const token = this.peek()
    if (isProblem(token)) return token
    this.opened.push(token.start)
    this.skip()
    return null
  }

  /** The innermost collection is read. */
  close(): Mark {
    const mark = this.opened.pop()
    invariant(mark !== undefined, 'a collection that ends was opened')
    return mark
  }
}

/** A node of which nothing is written. */
export const emptyScalar = (mark: Mark): ScalarEvent => ({
  kind: 'scalar',
  anchor: null,
  tag: '',
  value: '',
  style: 'plain',
  implicit: true,
  start: mark,
  end: mark,
})

export const isOneOf = (token: Token, kinds: readonly TokenKind[]): boolean =>
  kinds.includes(token.kind)

export type Reading = Event | Problem
