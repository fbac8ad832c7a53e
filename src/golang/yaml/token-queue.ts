import type { Token } from './token.ts'

/** Tokens that were scanned and not yet parsed. A token's number counts from the start of the text. */
export class TokenQueue {
  private readonly waiting: Token[] = []
  private head = 0
  /** Number of the first waiting token. */
  taken = 0

  peek(): Token | undefined {
    return this.waiting[this.head]
  }

  take(): void {
    this.head += 1
    this.taken += 1
    if (this.head === this.waiting.length) {
      this.waiting.length = 0
      this.head = 0
    }
  }

  push(token: Token): void {
    this.waiting.push(token)
  }

  /** Number of the token that is pushed next. */
  get next(): number {
    return this.taken + this.waiting.length - this.head
  }

  /** In front of the waiting token `number`; at the end where that one is gone already. */
  insert(number: number, token: Token): void {
    if (number < this.taken) this.push(token)
    else this.waiting.splice(this.head + number - this.taken, 0, token)
  }
}
