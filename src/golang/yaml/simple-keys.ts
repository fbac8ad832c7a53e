import { invariant } from '../../net/invariant.ts'
import type { Cursor } from './cursor.ts'
import { type Mark, START } from './mark.ts'
import { type Problem, scannerProblem } from './problem.ts'

/** A key without `?` must end on its line and within so many characters. */
const LONGEST_KEY = 1024

interface SimpleKey {
  possible: boolean
  /** It stands where the block mapping around it wants a key. */
  readonly required: boolean
  readonly token: number
  readonly mark: Mark
}

/** For every flow level the place where a key may have begun. */
export class SimpleKeys {
  private readonly cursor: Cursor
  private readonly levels: SimpleKey[] = [
    { possible: false, required: false, token: -1, mark: START },
  ]
  private readonly byToken = new Map<number, SimpleKey>()

  constructor(cursor: Cursor) {
    this.cursor = cursor
  }

  /** Must the token wait, because a `:` further on would make it a key? */
  mayBecomeKey(token: number): boolean | Problem {
    const key = this.byToken.get(token)
    return key === undefined ? false : this.stillPossible(key)
  }

  /** The key that a `:` here would end; null where there is none. */
  current(): SimpleKey | null | Problem {
    const key = this.last()
    const possible = this.stillPossible(key)
    if (possible === true) return key
    return possible === false ? null : possible
  }

  save(token: number, required: boolean): Problem | null {
    const problem = this.drop()
    if (problem !== null) return problem
    const key = { possible: true, required, token, mark: this.cursor.mark() }
    this.levels[this.levels.length - 1] = key
    this.byToken.set(token, key)
    return null
  }

  /** Whatever stands here is no key. */
  drop(): Problem | null {
    const key = this.last()
    if (!key.possible) return null
    if (key.required) return this.missingColon(key)
    this.used()
    return null
  }

  used(): void {
    const key = this.last()
    key.possible = false
    this.byToken.delete(key.token)
  }

  enter(token: number): void {
    this.levels.push({ possible: false, required: false, token, mark: this.cursor.mark() })
  }

  leave(): void {
    this.byToken.delete(this.last().token)
    this.levels.pop()
  }

  lastMark(): Mark {
    return this.last().mark
  }

  private last(): SimpleKey {
    const key = this.levels.at(-1)
    invariant(key !== undefined, 'the level outside all flow collections is never left')
    return key
  }

  private stillPossible(key: SimpleKey): boolean | Problem {
    if (!key.possible) return false
    const { line, index } = this.cursor
    if (key.mark.line >= line && key.mark.index + LONGEST_KEY >= index) return true
    if (key.required) return this.missingColon(key)
    key.possible = false
    return false
  }

  private missingColon(key: SimpleKey): Problem {
    return scannerProblem("could not find expected ':'", this.cursor.mark(), key.mark)
  }
}
