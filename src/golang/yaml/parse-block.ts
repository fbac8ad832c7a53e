import { parseNode } from './parse-node.ts'
import { emptyScalar, isOneOf, type Parser, type Reading } from './parser.ts'
import { isProblem, parserProblem } from './problem.ts'

/** `- a` lines that are deeper than what is around them. */
export function parseBlockSequenceEntry(parser: Parser, first: boolean): Reading {
  const problem = first ? parser.open() : null
  if (problem !== null) return problem
  const token = parser.peek()
  if (isProblem(token)) return token
  if (token.kind === 'block-entry') {
    const value = parser.next()
    if (isProblem(value)) return value
    if (isOneOf(value, ['block-entry', 'block-end'])) {
      parser.state = 'block-sequence-entry'
      return emptyScalar(token.end)
    }
    parser.returnTo('block-sequence-entry')
    return parseNode(parser, 'block')
  }
  const opened = parser.close()
  if (token.kind !== 'block-end') {
    return parserProblem("did not find expected '-' indicator", token.start, opened)
  }
  parser.return()
  parser.skip()
  return { kind: 'sequence-end', start: token.start, end: token.end }
}

/** `- a` lines in the column of the key that they belong to. */
export function parseIndentlessSequenceEntry(parser: Parser): Reading {
  const token = parser.peek()
  if (isProblem(token)) return token
  if (token.kind !== 'block-entry') {
    parser.return()
    return { kind: 'sequence-end', start: token.start, end: token.start }
  }
  const value = parser.next()
  if (isProblem(value)) return value
  if (isOneOf(value, ['block-entry', 'key', 'value', 'block-end'])) {
    parser.state = 'indentless-sequence-entry'
    return emptyScalar(token.end)
  }
  parser.returnTo('indentless-sequence-entry')
  return parseNode(parser, 'block')
}

export function parseBlockMappingKey(parser: Parser, first: boolean): Reading {
  const problem = first ? parser.open() : null
  if (problem !== null) return problem
  const token = parser.peek()
  if (isProblem(token)) return token
  if (token.kind === 'key') {
    const key = parser.next()
    if (isProblem(key)) return key
    if (isOneOf(key, ['key', 'value', 'block-end'])) {
      parser.state = 'block-mapping-value'
      return emptyScalar(token.end)
    }
    parser.returnTo('block-mapping-value')
    return parseNode(parser, 'block-or-indentless')
  }
  const opened = parser.close()
  if (token.kind !== 'block-end') {
    return parserProblem('did not find expected key', token.start, opened)
  }
  parser.return()
  parser.skip()
  return { kind: 'mapping-end', start: token.start, end: token.end }
}

export function parseBlockMappingValue(parser: Parser): Reading {
  const token = parser.peek()
  if (isProblem(token)) return token
  if (token.kind !== 'value') {
    parser.state = 'block-mapping-key'
    return emptyScalar(token.start)
  }
  const value = parser.next()
  if (isProblem(value)) return value
  if (isOneOf(value, ['key', 'value', 'block-end'])) {
    parser.state = 'block-mapping-key'
    return emptyScalar(token.end)
  }
  parser.returnTo('block-mapping-key')
  return parseNode(parser, 'block-or-indentless')
}
