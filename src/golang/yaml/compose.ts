import { err, ok, type Result } from '../../net/result.ts'
import type { Event } from './event.ts'
import type { MappingNode, SequenceNode, YamlNode } from './node.ts'
import { parseEvent } from './parse-event.ts'
import { Parser } from './parser.ts'
import { decoderProblem, isProblem, type Problem } from './problem.ts'

export interface YamlDocument {
  /** Null where the text holds no document at all. */
  readonly root: YamlNode | null
  /** Where the text goes on after the first document; nobody reads that part. */
  readonly rest: number | null
  /** Nodes that an alias stands for. */
  readonly aliased: ReadonlySet<YamlNode>
}

/**
 * The first document of the text.
 * Source of the behaviour: go-yaml v2.4.0, decode.go, (*parser).parse.
 */
export function composeYaml(text: string): Result<YamlDocument, Problem> {
  const parser = new Parser(text)
  const composer = new Composer()
  for (;;) {
    const event = parseEvent(parser)
    if (isProblem(event)) return err(event)
    if (event.kind === 'stream-end') return ok({ root: null, rest: null, aliased: new Set() })
    if (event.kind === 'document-end') {
      const { root, aliased } = composer
      return ok({ root, rest: restAfterDocument(parser), aliased })
    }
    const problem = composer.take(event)
    if (problem !== null) return err(problem)
  }
}

function restAfterDocument(parser: Parser): number | null {
  const event = parseEvent(parser)
  if (isProblem(event)) return event.offset
  return event.kind === 'stream-end' ? null : event.start.offset
}

/** Collections that are not finished yet are kept in a list: depth costs memory only. */
class Composer {
  root: YamlNode | null = null
  readonly aliased = new Set<YamlNode>()
  private readonly open: OpenCollection[] = []
  private readonly anchors = new Map<string, YamlNode>()

  take(event: Event): Problem | null {
    switch (event.kind) {
      case 'scalar': {
        const { value, tag, implicit, style, anchor } = event
        const { offset: start } = event.start
        const { offset: end } = event.end
        const node: YamlNode = { kind: 'scalar', value, tag, implicit, style, start, end }
        this.place(node, anchor)
        return null
      }
      case 'sequence-start':
      case 'mapping-start':
        this.openCollection(event)
        return null
      case 'sequence-end':
      case 'mapping-end':
        this.closeCollection(event.end.offset)
        return null
      case 'alias':
        return this.placeAlias(event)
      default:
        return null
    }
  }

  private openCollection(event: Extract<Event, { kind: 'sequence-start' | 'mapping-start' }>) {
    const { flow, anchor } = event
    const span = { flow, start: event.start.offset, end: event.end.offset }
    const node: OpenCollection['node'] =
      event.kind === 'sequence-start'
        ? { kind: 'sequence', items: [], ...span }
        : { kind: 'mapping', pairs: [], ...span }
    this.place(node, anchor)
    this.open.push({ node, key: null })
  }

  private closeCollection(end: number): void {
    const closed = this.open.pop()
    if (closed?.node.flow) closed.node.end = end
  }

  private placeAlias({ name, start, end }: Extract<Event, { kind: 'alias' }>): Problem | null {
    const target = this.anchors.get(name)
    if (target === undefined) {
      return decoderProblem(`unknown anchor '${name}' referenced`, start.offset)
    }
    this.aliased.add(target)
    this.place({ kind: 'alias', name, target, start: start.offset, end: end.offset }, null)
    return null
  }

  private place(node: YamlNode, anchor: string | null): void {
    if (anchor !== null) this.anchors.set(anchor, node)
    const around = this.open.at(-1)
    if (around === undefined) {
      this.root = node
      return
    }
    if (around.node.kind === 'sequence') {
      around.node.items.push(node)
    } else if (around.key === null) {
      around.key = node
    } else {
      around.node.pairs.push({ key: around.key, value: node })
      around.key = null
    }
  }
}

interface OpenCollection {
  readonly node: Mutable<SequenceNode> | Mutable<MappingNode>
  /** The key that waits for its value. */
  key: YamlNode | null
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
