import { type CST, Lexer, LineCounter, Parser } from 'yaml'
import { issueAt } from './field-reader.ts'
import type { Issue } from './issue.ts'

/** Far more than a scenario has, and far less than the library, which reads recursively, can bear. */
const MOST = 100

/**
 * Told where a text begins to nest deeper than is read here, `above` lines down its stream; null where it
 * does nowhere. Go's reader of YAML, which has the manifests, bears 10,000 and says so itself.
 */
export function tooDeep(text: string, above = 0): Issue | null {
  const lines = new LineCounter()
  lines.addNewLine(0)
  const parser = new Parser(lines.addNewLine)
  for (const lexeme of new Lexer().lex(text)) {
    const { offset } = parser
    // Not its documents are wanted, but how many collections stand open meanwhile.
    for (const _ of parser.next(lexeme));
    if (parser.stack.filter(isCollection).length > MOST) {
      const { line, col } = lines.linePos(offset)
      const issue = issueAt('too-deep', '', { limit: String(MOST) })
      return { ...issue, line: line + above, column: col }
    }
  }
  return null
}

const isCollection = ({ type }: CST.Token): boolean => COLLECTIONS.includes(type)

const COLLECTIONS: readonly CST.Token['type'][] = ['block-map', 'block-seq', 'flow-collection']
