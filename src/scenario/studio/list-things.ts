import type { ScenarioDocument } from '../document.ts'
import { everyThing, type Found, valueAt } from './document/find-thing.ts'
import { nestingOf } from './document/nesting.ts'
import type { ThingId, ThingKind } from './thing.ts'

/** A thing in the outline, with what stands in it. */
export interface OutlineThing {
  readonly id: ThingId
  readonly kind: ThingKind
  readonly name: string
  /** Addresses and ranges, as typed. */
  readonly lines: readonly string[]
  readonly children: readonly OutlineThing[]
}

/** All things as a tree, in the order of the document. */
export function listThings(document: ScenarioDocument): readonly OutlineThing[] {
  const { parents, children } = nestingOf(document)
  const found = new Map(everyThing(document).map((each) => [each.id, each]))
  const entries = (ids: readonly ThingId[]): readonly OutlineThing[] =>
    ids.flatMap((id) => {
      const thing = found.get(id)
      if (!thing) return []
      const { kind, name } = thing
      const lines = linesOf(document, thing)
      return [{ id, kind, name, lines, children: entries(children.get(id) ?? []) }]
    })
  return entries([...parents].flatMap(([id, parent]) => (parent === null ? [id] : [])))
}

/** Where each kind has its addresses. */
const LINES: Readonly<Record<ThingKind, readonly string[]>> = {
  vpc: [],
  subnet: ['range', 'range6'],
  cluster: ['podRanges', 'serviceRange'],
  node: ['address', 'address6', 'externalAddress'],
  pod: ['addresses'],
  service: ['clusterIPs', 'loadBalancerIPs'],
  'cloud-nat': ['addresses'],
  attachment: ['learns'],
  peering: ['vpcs'],
  'on-prem': ['ranges'],
  firewall: ['allow'],
  endpoint: ['address', 'externalAddress'],
  metadata: ['metadataServer'],
  flow: ['from', 'to'],
}

const linesOf = (document: ScenarioDocument, { kind, path }: Found): readonly string[] =>
  LINES[kind].flatMap((key) => {
    const value = valueAt(document, [...path, key])
    return (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string')
  })
