import { parseNode } from './parse-node.ts'
import { emptyScalar, isOneOf, type Parser, type Reading } from './parser.ts'
import { isProblem, type Problem, parserProblem } from './problem.ts'
import type { Token, TokenKind } from './token.ts'

const DIRECTIVES: readonly TokenKind[] = ['version-directive', 'tag-directive']

export function parseStreamStart(parser: Parser): Reading {
  const token = parser.peek()
  if (isProblem(token)) return token
  parser.state = 'document-start'
  parser.skip()
  return { kind: 'stream-start', start: token.start, end: token.end }
}

/** `further`: a document stands before this one, so that it must begin with `---`. */
export function parseDocumentStart(parser: Parser, further: boolean): Reading {
  let token = parser.peek()
  while (further && token.kind === 'document-end') token = parser.next()
  if (isProblem(token)) return token
  if (token.kind === 'stream-end') {
    parser.state = 'end'
    parser.skip()
    return { kind: 'stream-end', start: token.start, end: token.end }
  }
  const bare = !further && token.kind !== 'document-start' && !isOneOf(token, DIRECTIVES)
  const problem = parseDirectives(parser)
  if (problem !== null) return problem
  parser.returnTo('document-end')
  if (bare) {
    parser.state = 'block-node'
    return { kind: 'document-start', start: token.start, end: token.end }
  }
  const marker = parser.peek()
  if (isProblem(marker)) return marker
  if (marker.kind !== 'document-start') {
    return parserProblem('did not find expected <document start>', marker.start, null)
  }
  parser.state = 'document-content'
  parser.skip()
  return { kind: 'document-start', start: token.start, end: marker.end }
}

export function parseDocumentContent(parser: Parser): Reading {
  const token = parser.peek()
  if (isProblem(token)) return token
  if (isOneOf(token, [...DIRECTIVES, 'document-start', 'document-end', 'stream-end'])) {
    parser.return()
    return emptyScalar(token.start)
  }
  return parseNode(parser, 'block')
}

export function parseDocumentEnd(parser: Parser): Reading {
  const token = parser.peek()
  if (isProblem(token)) return token
  const explicit = token.kind === 'document-end'
  if (explicit) parser.skip()
  parser.tagPrefixes = new Map()
  parser.state = 'further-document-start'
  return { kind: 'document-end', start: token.start, end: explicit ? token.end : token.start }
}

function parseDirectives(parser: Parser): Problem | null {
  let versionSeen = false
  let token = parser.peek()
  while (token.kind === 'version-directive' || token.kind === 'tag-directive') {
    const problem = takeDirective(parser, token, versionSeen)
    if (problem !== null) return problem
    versionSeen ||= token.kind === 'version-directive'
    token = parser.next()
  }
  if (isProblem(token)) return token
  const { tagPrefixes } = parser
  if (!tagPrefixes.has('!')) tagPrefixes.set('!', '!')
  if (!tagPrefixes.has('!!')) tagPrefixes.set('!!', 'tag:yaml.org,2002:')
  return null
}

function takeDirective(parser: Parser, token: Token, versionSeen: boolean): Problem | null {
  if (token.kind === 'version-directive') {
    if (versionSeen) return parserProblem('found duplicate %YAML directive', token.start, null)
    const known = token.major === 1 && token.minor === 1
    return known ? null : parserProblem('found incompatible YAML document', token.start, null)
  }
  if (token.kind !== 'tag-directive') return null
  if (parser.tagPrefixes.has(token.handle)) {
    return parserProblem('found duplicate %TAG directive', token.start, null)
  }
  parser.tagPrefixes.set(token.handle, token.prefix)
  return null
}
