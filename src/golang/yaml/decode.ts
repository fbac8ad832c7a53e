import { invariant } from '../../net/invariant.ts'
import { err, ok, type Result } from '../../net/result.ts'
import { Agenda } from '../agenda.ts'
import { decodeBase64 } from './base64.ts'
import type { YamlDocument } from './compose.ts'
import { printGoSyntax } from './go-syntax.ts'
import type { AliasNode, MappingNode, ScalarNode, YamlNode } from './node.ts'
import { decoderProblem, type Problem } from './problem.ts'
import { resolveScalar, type Scalar } from './resolve.ts'
import { keyIdentity, type Located, type YamlMap, type YamlValue } from './value.ts'

/**
 * Nodes to values: aliases are followed, merge keys merged, of two equal keys the later one wins.
 * A text without a document is null.
 * Source of the behaviour: go-yaml v2.4.0, decode.go, into an `interface{}`.
 */
export function decodeYaml({ root, aliased }: YamlDocument): Result<Located, Problem> {
  if (root === null) return ok({ value: { kind: 'null' }, start: 0, end: 0 })
  const decoder = new Decoder(aliased)
  let value: YamlValue | null = null
  decoder.visit(root, (decoded) => {
    value = decoded
  })
  const problem = decoder.run()
  if (problem !== null) return err(problem)
  invariant(value !== null, 'a document without a problem has a value')
  return ok({ value, start: root.start, end: root.end })
}

type Sink = (value: YamlValue) => void

interface Remembered {
  readonly value: YamlValue
  /** Nodes that were decoded for it. */
  readonly cost: number
}

class Decoder {
  private readonly agenda = new Agenda()
  private problem: Problem | null = null
  private readonly aliased: ReadonlySet<YamlNode>
  private readonly remembered = new Map<YamlNode, Remembered>()
  private readonly following = new Set<AliasNode>()
  private decoded = 0
  private decodedByAlias = 0

  constructor(aliased: ReadonlySet<YamlNode>) {
    this.aliased = aliased
  }

  run(): Problem | null {
    this.agenda.run(() => this.problem !== null)
    return this.problem
  }

  visit(node: YamlNode, sink: Sink): void {
    this.count(1, node)
    if (node.kind === 'alias') this.follow(node, sink)
    else if (node.kind === 'scalar') this.scalar(node, sink)
    else this.collection(node, sink)
  }

  private fail(text: string, { start }: YamlNode): void {
    this.problem ??= decoderProblem(text, start)
  }

  /** Refuses documents that consist of aliases nearly only, as go-yaml does. */
  private count(nodes: number, node: YamlNode): void {
    this.decoded += nodes
    if (this.following.size > 0) this.decodedByAlias += nodes
    const suspicious = this.decodedByAlias > 100 && this.decoded > 1000
    if (suspicious && this.decodedByAlias / this.decoded > allowedAliasRatio(this.decoded)) {
      this.fail('document contains excessive aliasing', node)
    }
  }

  private scalar(node: ScalarNode, sink: Sink): void {
    const { value, tag, implicit } = node
    const scalar = resolveNode(value, tag, implicit)
    if (scalar.ok) sink(scalar.value)
    else this.fail(scalar.error, node)
  }

  private collection(node: Exclude<YamlNode, AliasNode | ScalarNode>, sink: Sink): void {
    const before = this.decoded - 1
    const done = (value: YamlValue): void => {
      if (this.aliased.has(node)) {
        this.remembered.set(node, { value, cost: this.decoded - before })
      }
      sink(value)
    }
    if (node.kind === 'mapping') {
      const map: YamlMap = { kind: 'map', entries: new Map() }
      this.agenda.add(() => done(map))
      this.fill(map, node)
      return
    }
    const items: Located[] = []
    this.agenda.add(() => done({ kind: 'list', items }))
    this.agenda.addAll(
      node.items.map((item) => () => {
        const { start, end } = item
        this.visit(item, (value) => items.push({ value, start, end }))
      }),
    )
  }

  private fill(map: YamlMap, { pairs }: MappingNode): void {
    this.agenda.addAll(
      pairs.map(({ key, value }) => () => {
        if (isMergeKey(key)) this.merge(map, value)
        else this.visit(key, (decoded) => this.entry(map, key, decoded, value))
      }),
    )
  }

  private entry(map: YamlMap, keyNode: YamlNode, key: YamlValue, node: YamlNode): void {
    if (key.kind === 'list' || key.kind === 'map') {
      this.fail(`invalid map key: ${printGoSyntax(key)}`, keyNode)
      return
    }
    this.agenda.add(() =>
      this.visit(node, (value) => {
        const at = { value, start: node.start, end: node.end }
        const { start: keyStart, end: keyEnd } = keyNode
        map.entries.set(keyIdentity(key), { key, keyStart, keyEnd, at })
      }),
    )
  }

  /** Earlier maps of a list win, because the later ones are merged first. */
  private merge(map: YamlMap, node: YamlNode): void {
    const sources = node.kind === 'sequence' ? node.items.toReversed() : [node]
    this.agenda.addAll(
      sources.map((source) => () => {
        const target = source.kind === 'alias' ? source.target : source
        if (target.kind === 'mapping') this.mergeOne(map, source, target)
        else this.fail('map merge requires map or sequence of maps as the value', node)
      }),
    )
  }

  private mergeOne(map: YamlMap, source: YamlNode, target: MappingNode): void {
    this.count(1, source)
    if (source.kind !== 'alias') {
      this.fill(map, target)
      return
    }
    this.follow(source, (value) => {
      if (value.kind !== 'map') return
      for (const [identity, entry] of value.entries) map.entries.set(identity, entry)
    })
  }

  private follow(alias: AliasNode, sink: Sink): void {
    const { target, name } = alias
    if (this.following.has(alias)) {
      this.fail(`anchor '${name}' value contains itself`, alias)
      return
    }
    this.following.add(alias)
    const remembered = this.remembered.get(target)
    if (remembered !== undefined) {
      this.count(remembered.cost, alias)
      this.following.delete(alias)
      sink(remembered.value)
      return
    }
    this.visit(target, (value) => {
      this.following.delete(alias)
      sink(value)
    })
  }
}

const isMergeKey = (key: YamlNode): boolean =>
  key.kind === 'scalar' &&
  key.value === '<<' &&
  (key.implicit || key.tag === 'tag:yaml.org,2002:merge')

/** Share of the decoded nodes that aliases may cause: 99 % up to 400,000 nodes, 10 % from 4,000,000. */
function allowedAliasRatio(decoded: number): number {
  const [low, high] = [400_000, 4_000_000]
  const large = Math.min(1, Math.max(0, (decoded - low) / (high - low)))
  return 0.99 - 0.89 * large
}

function resolveNode(text: string, tag: string, implicit: boolean): Result<Scalar, string> {
  if (tag === '' && !implicit) return ok({ kind: 'string', value: text })
  if (tag !== 'tag:yaml.org,2002:binary') return resolveScalar(text, tag)
  const value = decodeBase64(text)
  if (value === null) return err('!!binary value contains invalid base64 data')
  return ok({ kind: 'string', value })
}
