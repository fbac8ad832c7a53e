import type { ScenarioDocument } from '../../document.ts'
import { everyThing } from '../document/find-thing.ts'
import { freeName } from '../document/free-name.ts'
import { LISTED_KINDS, LISTS, listOf, splitId, thingId } from '../document/lists.ts'
import { mapDocument, resolver } from '../document/references.ts'
import type { ThingId, ThingKind } from '../thing.ts'

/** Subnets are called within their VPC, the metadata server is everywhere called so. */
const KEPT: ReadonlySet<ThingKind> = new Set(['subnet', 'metadata'])

export interface Named {
  readonly document: ScenarioDocument
  /** The id that each thing has now, by the one that it had: of several of one name, the first has it. */
  readonly ids: ReadonlyMap<ThingId, ThingId>
}

/**
 * Things under names that are free among `taken`; a name that is free already stays, so that what was
 * cut out fits again where it was. What they call each other follows; of several of one kind and name the
 * first is meant, and each gets a name of its own.
 */
export function withFreshNames(document: ScenarioDocument, taken: Set<string>): Named {
  const names = new Map<ThingId, string>()
  const inTurn = new Map<ThingId, string[]>()
  for (const { id, kind, name } of everyThing(document)) {
    const free = !KEPT.has(kind) && taken.has(name) ? freeName(taken, name, name) : name
    taken.add(free)
    if (!names.has(id)) names.set(id, free)
    inTurn.set(id, [...(inTurn.get(id) ?? []), free])
  }
  const resolve = resolver(document)
  const followed = mapDocument(document, (reference) => {
    const id = resolve(reference)
    return (id === null ? undefined : names.get(id)) ?? reference.name
  })
  const nameOf = (id: ThingId, name: string) => inTurn.get(id)?.shift() ?? name
  const lists = LISTED_KINDS.flatMap((kind) => {
    const members: readonly { readonly name: string }[] = listOf(followed, kind)
    const own = members.map((each) => ({
      ...each,
      name: nameOf(thingId(kind, each.name), each.name),
    }))
    return own.length > 0 ? [[LISTS[kind], own] as const] : []
  })
  const renamed: ScenarioDocument = { ...followed, ...Object.fromEntries(lists) }
  return {
    document: {
      ...renamed,
      onPrem: renamed.onPrem.map((network) => {
        const { firewall } = network
        if (!firewall) return network
        return {
          ...network,
          firewall: {
            ...firewall,
            name: nameOf(thingId('firewall', firewall.name), firewall.name),
          },
        }
      }),
    },
    ids: new Map([...names].map(([id, name]) => [id, idAfter(id, name, names)])),
  }
}

function idAfter(id: ThingId, name: string, names: ReadonlyMap<ThingId, string>): ThingId {
  const [kind, before = ''] = splitId(id) ?? []
  if (kind === undefined) return id
  if (kind !== 'subnet') return thingId(kind, name)
  const vpc = before.slice(0, before.indexOf('/'))
  return thingId('subnet', `${names.get(thingId('vpc', vpc)) ?? vpc}/${name}`)
}
