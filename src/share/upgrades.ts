/** A view as some older release wrote it: JSON, and nothing more is known of it. */
export type Draft = unknown

/**
 * One step for each version of the link format: the first makes version 2 of version 1. A step is
 * never edited once it is released, and answers any draft at all without throwing; what it cannot
 * read it hands on, for the schema to judge.
 */
export const UPGRADES: readonly ((draft: Draft) => Draft)[] = [
  manifestsOfEveryKind,
  networksInLists,
]

export const CURRENT_VERSION = UPGRADES.length + 1

export const upgrade = (draft: Draft, from: number, upgrades = UPGRADES): Draft =>
  upgrades.slice(from - 1).reduce((current, step) => step(current), draft)

/** Version 1 knew one manifest, a ConfigMap, and named its member so. */
function manifestsOfEveryKind(draft: Draft): Draft {
  const renamed = (value: unknown) => renameMember(value, 'configMap', 'manifests')
  const inDocument = (value: unknown) => changeMember(value, 'draft', renamed)
  return changeMember(draft, 'state', (state) =>
    changeMember(renamed(state), 'document', inDocument),
  )
}

/** Version 2 knew one cluster, one VPC and one Cloud NAT; a route told what its next hop does. */
function networksInLists(draft: Draft): Draft {
  return changeMember(draft, 'state', (state) => changeMember(state, 'document', inLists))
}

function inLists(document: unknown): unknown {
  const forwarding = withForwarding(document)
  const nats = changeMember(forwarding, 'cloudNat', (nat) => {
    if (!isObject(nat)) return [nat]
    const { address, ...others } = nat
    return [{ ...others, addresses: [address] }]
  })
  const listed = ['cluster', 'vpc'].reduce<unknown>(
    (whole, name) => changeMember(whole, name, (member) => [member]),
    nats,
  )
  return [
    ['cluster', 'clusters'],
    ['vpc', 'vpcs'],
    ['cloudNat', 'cloudNats'],
  ].reduce<unknown>((whole, [from = '', to = '']) => renameMember(whole, from, to), listed)
}

/** The address that a route's next hop gives to sources is told by the machine, no longer by the route. */
function withForwarding(document: unknown): unknown {
  if (!isObject(document) || !isObject(document['vpc'])) return document
  const routes = listOf(document['vpc']['routes'])
  const given = new Map(
    routes.flatMap((route) =>
      isObject(route) && 'natAddress' in route ? [[route['nextHop'], route['natAddress']]] : [],
    ),
  )
  if (given.size === 0) return document
  const endpoints = listOf(document['endpoints']).map((endpoint) =>
    isObject(endpoint) && given.has(endpoint['name'])
      ? { ...endpoint, forwards: { natAddress: given.get(endpoint['name']), into: 'internet' } }
      : endpoint,
  )
  const told = routes.map((route) => {
    if (!isObject(route)) return route
    const { natAddress: _, ...others } = route
    return others
  })
  return { ...document, endpoints, vpc: { ...document['vpc'], routes: told } }
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

function changeMember(value: unknown, name: string, change: (member: unknown) => unknown): unknown {
  if (!isObject(value) || !Object.hasOwn(value, name)) return value
  return { ...value, [name]: change(value[name]) }
}

function renameMember(value: unknown, from: string, to: string): unknown {
  if (!isObject(value) || !Object.hasOwn(value, from)) return value
  const { [from]: member, ...others } = value
  return { ...others, [to]: member }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
