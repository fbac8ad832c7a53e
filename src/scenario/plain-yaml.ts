import { type Alias, type Document, visit } from 'yaml'
import { err, ok, type Result } from '../net/result.ts'

/** Why a document that was parsed holds no values, and at which character of its text. */
export interface NotPlain {
  readonly message: string
  readonly offset: number
}

/**
 * What a parsed document holds. The library throws at an alias without an anchor, and at aliases that
 * unfold into too much.
 */
export function plainOf(document: Document): Result<unknown, NotPlain> {
  try {
    return ok(document.toJS({ maxAliasCount: 100 }))
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown)
    return err({ message, offset: guilty(document)?.range?.[0] ?? 0 })
  }
}

/** The first alias to nothing; where each has its anchor, the last, which unfolds the most. */
function guilty(document: Document): Alias | null {
  const aliases: Alias[] = []
  visit(document, { Alias: (_, alias) => void aliases.push(alias) })
  return aliases.find((alias) => alias.resolve(document) === undefined) ?? aliases.at(-1) ?? null
}
