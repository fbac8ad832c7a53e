import type { ScenarioDocument } from '../../document.ts'
import type { ThingId, ThingKind } from '../thing.ts'
import { isListed, LISTED_KINDS, LISTS, listOf, METADATA, splitId, thingId } from './lists.ts'
import { remembered } from './remembered.ts'

export type Path = readonly (string | number)[]

/** A thing, and where in the document it stands. */
export interface Found {
  readonly id: ThingId
  readonly kind: ThingKind
  /** Its own name, of a subnet without that of its VPC. */
  readonly name: string
  readonly path: Path
}

/** The first of that name; null where there is none. */
export function findThing(document: ScenarioDocument, id: ThingId): Found | null {
  const split = splitId(id)
  if (!split) return null
  const [kind, name] = split
  if (kind === 'metadata') return metadataIn(document).find((each) => each.id === id) ?? null
  if (kind === 'subnet') return findSubnet(document, name)
  if (kind === 'firewall') {
    const at = document.onPrem.findIndex(({ firewall }) => firewall?.name === name)
    return at < 0 ? null : { id, kind, name, path: ['onPrem', at, 'firewall'] }
  }
  const at = isListed(kind) ? listOf(document, kind).findIndex((each) => each.name === name) : -1
  return at < 0 || !isListed(kind) ? null : { id, kind, name, path: [LISTS[kind], at] }
}

function findSubnet({ vpcs }: ScenarioDocument, name: string): Found | null {
  const [vpc = '', own = ''] = name.split('/')
  const i = vpcs.findIndex((each) => each.name === vpc)
  const j = vpcs[i]?.subnets.findIndex((each) => each.name === own) ?? -1
  return j < 0
    ? null
    : { id: thingId('subnet', name), kind: 'subnet', name: own, path: ['vpcs', i, 'subnets', j] }
}

/** All of them, in the order of the document. */
export const everyThing = remembered((document): readonly Found[] => [
  ...LISTED_KINDS.flatMap((kind) =>
    listOf(document, kind).flatMap((item, i): Found[] => {
      const path = [LISTS[kind], i]
      const own = { id: thingId(kind, item.name), kind, name: item.name, path }
      return [own, ...inside(item, own)]
    }),
  ),
  ...metadataIn(document),
])

/** Its one field is the document's own. */
const metadataIn = ({ metadataServer }: ScenarioDocument): readonly Found[] =>
  metadataServer === undefined
    ? []
    : [{ id: METADATA, kind: 'metadata', name: splitId(METADATA)?.[1] ?? '', path: [] }]

function inside(item: object, { name, path }: Found): Found[] {
  const subnets = 'subnets' in item ? (item.subnets as readonly { name: string }[]) : []
  const firewall = 'firewall' in item && !Array.isArray(item.firewall) ? item.firewall : undefined
  const named = firewall as { name: string } | undefined
  return [
    ...subnets.map(
      (subnet, j): Found => ({
        id: thingId('subnet', `${name}/${subnet.name}`),
        kind: 'subnet',
        name: subnet.name,
        path: [...path, 'subnets', j],
      }),
    ),
    ...(named
      ? [
          {
            id: thingId('firewall', named.name),
            kind: 'firewall' as const,
            name: named.name,
            path: [...path, 'firewall'],
          },
        ]
      : []),
  ]
}

/** What stands at a path; undefined where nothing does. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<string | number, unknown>)[key]
  }
  return value
}
