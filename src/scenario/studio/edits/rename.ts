import * as v from 'valibot'
import { err, ok, type Result } from '../../../net/result.ts'
import type { ScenarioDocument } from '../../document.ts'
import { name as nameSchema } from '../../document-field.ts'
import { issueAt } from '../../field-reader.ts'
import type { Issue } from '../../issue.ts'
import type { ScenarioState } from '../../state.ts'
import { changedAt } from '../document/changed-at.ts'
import { everyThing, type Found, findThing } from '../document/find-thing.ts'
import { splitId, thingId } from '../document/lists.ts'
import { mapReferences, resolver } from '../document/references.ts'
import type { Edited } from '../edit.ts'
import { nameFixed, unknownThing } from '../refused.ts'
import type { Point, ThingId, ThingKind } from '../thing.ts'

/** Everything that names the thing follows. */
export function rename(state: ScenarioState, thing: ThingId, name: string): Result<Edited, Issue> {
  const { document } = state
  const found = findThing(document, thing)
  if (!found) return err(unknownThing(thing))
  if (found.name === name) return ok({ state, things: [thing] })
  if (found.kind === 'metadata') return err(nameFixed(thing))
  if (!v.is(nameSchema, name)) return err(issueAt('bad-name', '', { name }))
  if (isTaken(document, found, name)) return err(issueAt('name-taken', '', { name }))
  return ok(renamed(state, found, name))
}

/** Kinds that something names without saying which of them it means. */
const NAMED_ALIKE: readonly (readonly ThingKind[])[] = [
  ['pod', 'node', 'endpoint', 'service'],
  ['vpc', 'on-prem'],
  ['attachment', 'endpoint'],
]

const MEANT_OTHERWISE: Partial<Record<ThingKind, readonly string[]>> = {
  vpc: ['internet'],
  'on-prem': ['internet'],
  attachment: ['default-internet-gateway', 'discard'],
  endpoint: ['default-internet-gateway'],
  subnet: ['all-subnets'],
}

function isTaken(document: ScenarioDocument, { id, kind }: Found, name: string): boolean {
  if (MEANT_OTHERWISE[kind]?.includes(name)) return true
  if (kind === 'subnet') {
    const [vpc = ''] = (splitId(id)?.[1] ?? '').split('/')
    const own = document.vpcs.find((each) => each.name === vpc)?.subnets ?? []
    return own.some((subnet) =>
      [subnet, ...subnet.secondaryRanges].some((each) => each.name === name),
    )
  }
  const alike = new Set([kind, ...NAMED_ALIKE.filter((each) => each.includes(kind)).flat()])
  return everyThing(document).some((each) => alike.has(each.kind) && each.name === name)
}

function renamed(state: ScenarioState, found: Found, name: string): Edited {
  const { id, kind, path } = found
  const resolve = resolver(state.document)
  const followed = mapReferences(state, (reference) =>
    resolve(reference) === id ? name : reference.name,
  )
  const newId = idAfter(found, name)
  const document = changedAt(followed.document, [...path, 'name'], name)
  const moved = (key: string): string => {
    const zone = key.startsWith('zone-') ? 'zone-' : ''
    return zone + movedId(key.slice(zone.length), found, newId)
  }
  const positions = Object.entries(document.positions ?? {}).map(([key, at]): [string, Point] => [
    moved(key),
    at,
  ])
  return {
    state: {
      ...followed,
      document: document.positions
        ? { ...document, positions: Object.fromEntries(positions) as typeof document.positions }
        : document,
    },
    things: [kind === 'subnet' ? newId : thingId(kind, name)],
  }
}

function idAfter({ id, kind }: Found, name: string): ThingId {
  if (kind !== 'subnet') return thingId(kind, name)
  const [vpc = ''] = (splitId(id)?.[1] ?? '').split('/')
  return thingId('subnet', `${vpc}/${name}`)
}

/** A subnet's id begins with that of its VPC. */
function movedId(id: ThingId, found: Found, newId: ThingId): ThingId {
  if (id === found.id) return newId
  const [before, after] = [found.id, newId].map((each) => `subnet:${each.slice('vpc:'.length)}/`)
  return found.kind === 'vpc' && before !== undefined && id.startsWith(before)
    ? `${after}${id.slice(before.length)}`
    : id
}
