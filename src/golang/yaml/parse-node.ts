import type { Event } from './event.ts'
import type { Mark } from './mark.ts'
import { emptyScalar, type Parser, type Reading, type State } from './parser.ts'
import { isProblem, type Problem, parserProblem } from './problem.ts'
import type { Token } from './token.ts'

/** Where a node stands decides what it may be. */
export type Site = 'block' | 'block-or-indentless' | 'flow'

/** One node: an alias, or anchor and tag and what they belong to. */
export function parseNode(parser: Parser, site: Site): Reading {
  const first = parser.peek()
  if (isProblem(first)) return first
  if (first.kind === 'alias') {
    parser.return()
    parser.skip()
    return { kind: 'alias', name: first.name, start: first.start, end: first.end }
  }
  const properties = parseProperties(parser, first)
  if (isProblem(properties)) return properties
  const token = parser.peek()
  if (isProblem(token)) return token
  return startCollection(parser, site, token, properties) ?? finishNode(parser, token, properties)
}

interface Properties {
  readonly anchor: string | null
  /** Long form, '' where there is none. */
  readonly tag: string
  readonly start: Mark
  readonly end: Mark
}

/** Anchor and tag in either order, at most one of each. */
function parseProperties(parser: Parser, first: Token): Properties | Problem {
  let anchor: string | null = null
  let tag: Token | null = null
  let end = first.start
  let token: Token | Problem = first
  while ((token.kind === 'anchor' && anchor === null) || (token.kind === 'tag' && tag === null)) {
    if (token.kind === 'anchor') anchor = token.name
    else tag = token
    end = token.end
    token = parser.next()
    if (isProblem(token)) return token
  }
  const long = tag === null ? '' : longTag(parser, tag, first.start)
  return isProblem(long) ? long : { anchor, tag: long, start: first.start, end }
}

function longTag(parser: Parser, tag: Token, start: Mark): string | Problem {
  if (tag.kind !== 'tag') return ''
  if (tag.handle === '') return tag.suffix
  const prefix = parser.tagPrefixes.get(tag.handle)
  if (prefix !== undefined && prefix + tag.suffix !== '') return prefix + tag.suffix
  return parserProblem('found undefined tag handle', tag.start, start)
}

type Opening = readonly ['sequence-start' | 'mapping-start', 'block' | 'flow', State]

const OPENINGS: Partial<Record<Token['kind'], Opening>> = {
  'flow-sequence-start': ['sequence-start', 'flow', 'flow-sequence-first-entry'],
  'flow-mapping-start': ['mapping-start', 'flow', 'flow-mapping-first-key'],
  'block-sequence-start': ['sequence-start', 'block', 'block-sequence-first-entry'],
  'block-mapping-start': ['mapping-start', 'block', 'block-mapping-first-key'],
}
/** `- a` under a key of the same column: no token opens it. */
const INDENTLESS: Opening = ['sequence-start', 'block', 'indentless-sequence-entry']

function startCollection(
  parser: Parser,
  site: Site,
  token: Token,
  { anchor, start }: Properties,
): Event | null {
  const indentless = site === 'block-or-indentless' && token.kind === 'block-entry'
  const opening = indentless ? INDENTLESS : OPENINGS[token.kind]
  if (opening === undefined) return null
  const [kind, style, state] = opening
  if (style === 'block' && site === 'flow') return null
  parser.state = state
  return { kind, anchor, flow: style === 'flow', start, end: token.end }
}

/** A scalar; or nothing at all, which needs an anchor or a tag to be a node. */
function finishNode(
  parser: Parser,
  token: Token,
  { anchor, tag, start, end }: Properties,
): Reading {
  if (token.kind === 'scalar') {
    parser.return()
    parser.skip()
    const implicit = (tag === '' && token.style === 'plain') || tag === '!'
    // A place is that of the scalar itself, behind its anchor and tag.
    const { value, style, start: at } = token
    return { kind: 'scalar', anchor, tag, value, style, implicit, start: at, end: token.end }
  }
  if ((anchor ?? '') !== '' || tag !== '') {
    parser.return()
    return { ...emptyScalar(end), anchor, tag, implicit: tag === '', start }
  }
  return parserProblem('did not find expected node content', token.start, start)
}
