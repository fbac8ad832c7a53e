import { parseNode } from './parse-node.ts'
import { emptyScalar, isOneOf, type Parser, type Reading } from './parser.ts'
import { isProblem, type Problem, parserProblem } from './problem.ts'
import type { Token } from './token.ts'

export function parseFlowSequenceEntry(parser: Parser, first: boolean): Reading {
  const token = toEntry(parser, first, 'flow-sequence-end', "did not find expected ',' or ']'")
  if (isProblem(token)) return token
  if (token.kind === 'key') {
    parser.state = 'flow-pair-key'
    parser.skip()
    const { start, end } = token
    return { kind: 'mapping-start', anchor: null, flow: true, start, end }
  }
  if (token.kind !== 'flow-sequence-end') {
    parser.returnTo('flow-sequence-entry')
    return parseNode(parser, 'flow')
  }
  return endCollection(parser, token, 'sequence-end')
}

export function parseFlowMappingKey(parser: Parser, first: boolean): Reading {
  const token = toEntry(parser, first, 'flow-mapping-end', "did not find expected ',' or '}'")
  if (isProblem(token)) return token
  if (token.kind === 'flow-mapping-end') return endCollection(parser, token, 'mapping-end')
  if (token.kind !== 'key') {
    parser.returnTo('flow-mapping-empty-value')
    return parseNode(parser, 'flow')
  }
  const key = parser.next()
  if (isProblem(key)) return key
  if (isOneOf(key, ['value', 'flow-entry', 'flow-mapping-end'])) {
    parser.state = 'flow-mapping-value'
    return emptyScalar(key.start)
  }
  parser.returnTo('flow-mapping-value')
  return parseNode(parser, 'flow')
}

/** The token that begins the next entry, or ends the collection; after the comma that must precede it. */
function toEntry(
  parser: Parser,
  first: boolean,
  end: 'flow-sequence-end' | 'flow-mapping-end',
  refusal: string,
): Token | Problem {
  const problem = first ? parser.open() : null
  if (problem !== null) return problem
  const token = parser.peek()
  if (isProblem(token) || token.kind === end || first) return token
  if (token.kind === 'flow-entry') return parser.next()
  return parserProblem(refusal, token.start, parser.close())
}

function endCollection(
  parser: Parser,
  { start, end }: Token,
  kind: 'sequence-end' | 'mapping-end',
): Reading {
  parser.close()
  parser.return()
  parser.skip()
  return { kind, start, end }
}

export function parseFlowMappingValue(parser: Parser, empty: boolean): Reading {
  const token = parser.peek()
  if (isProblem(token)) return token
  const value = !empty && token.kind === 'value' ? parser.next() : token
  if (isProblem(value)) return value
  if (value !== token && !isOneOf(value, ['flow-entry', 'flow-mapping-end'])) {
    parser.returnTo('flow-mapping-key')
    return parseNode(parser, 'flow')
  }
  parser.state = 'flow-mapping-key'
  return emptyScalar(value.start)
}

/** `[a: b]`: a mapping of one pair without braces. */
export function parseFlowPairKey(parser: Parser): Reading {
  const token = parser.peek()
  if (isProblem(token)) return token
  if (isOneOf(token, ['value', 'flow-entry', 'flow-sequence-end'])) {
    // libyaml skips the token here, whatever it is: `[? ]` therefore never finds its end.
    parser.skip()
    parser.state = 'flow-pair-value'
    return emptyScalar(token.end)
  }
  parser.returnTo('flow-pair-value')
  return parseNode(parser, 'flow')
}

export function parseFlowPairValue(parser: Parser): Reading {
  const token = parser.peek()
  if (isProblem(token)) return token
  if (token.kind === 'value') {
    const value = parser.next()
    if (isProblem(value)) return value
    if (!isOneOf(value, ['flow-entry', 'flow-sequence-end'])) {
      parser.returnTo('flow-pair-end')
      return parseNode(parser, 'flow')
    }
  }
  parser.state = 'flow-pair-end'
  return emptyScalar(token.start)
}

export function parseFlowPairEnd(parser: Parser): Reading {
  const token = parser.peek()
  if (isProblem(token)) return token
  parser.state = 'flow-sequence-entry'
  return { kind: 'mapping-end', start: token.start, end: token.start }
}
